package dev.latchkey.cli;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Version;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latch} without a command: the help. */
@Command(
    name = "latch",
    description = "Signs you in to a Latchkey platform, and keeps your account safe there.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Root.Versions.class,
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  LATCHKEY_URL      the platform's address; else where you signed in last",
      "  LATCHKEY_TOKEN    a token to use in place of a sign-in",
      "  LATCHKEY_CA_FILE  certificate authorities to trust as well, in PEM",
      "  LATCHKEY_KEYRING  `off` keeps sign-ins in a file, also where there is a keyring",
      "  NO_COLOR          no colour",
      "",
      "Every command has --help with examples, and --json. `latch completion` completes",
      "commands in your shell. Exit codes are in `latch --exit-codes`."
    })
final class Root implements Callable<Integer> {

  private final Invocation invocation;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  void help(boolean wanted) {
    // picocli sees both, and shows what is asked for in place of running anything.
  }

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show which latch this is.")
  void version(boolean wanted) {}

  @Option(names = "--exit-codes", description = "List what exit codes mean.")
  private boolean exitCodes;

  @Parameters(hidden = true, arity = "0..*")
  private String[] unknown = {};

  Root(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (unknown.length > 0) {
      throw new Failure(
          ExitCode.USAGE, "latch_usage", "There is no such command. All of them: latch --help");
    }
    if (exitCodes) {
      invocation
          .screen()
          .line(
              Arrays.stream(ExitCode.values())
                  .map(code -> "%3d  %s".formatted(code.number(), code.meaning()))
                  .collect(Collectors.joining("\n")));
      return ExitCode.OK.number();
    }
    return Latch.help(Objects.requireNonNull(spec).commandLine());
  }

  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"latch " + Version.text()};
    }
  }
}
