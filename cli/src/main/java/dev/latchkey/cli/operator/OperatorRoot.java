package dev.latchkey.cli.operator;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Version;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latch-operator} without a command: the help. */
@Command(
    name = "latch-operator",
    description = {
      "Helps people with their accounts, for the operators of a Latchkey platform.",
      "Every use is written down: what is about an account into its security log."
    },
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = OperatorRoot.Versions.class,
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  LATCHKEY_OPERATOR_KEY          your private key, a file that you alone can read,",
      "                                 called by the key's name: operator.anna.pem",
      "  LATCHKEY_AUTH_SERVICE          addresses of the services' internal ports, such as",
      "  LATCHKEY_MFA_SERVICE           http://127.0.0.1:9181; https:// for any other",
      "  LATCHKEY_NOTIFICATION_SERVICE  machine than this; the last for dead letters only",
      "  LATCHKEY_TOKEN_SERVICE",
      "  LATCHKEY_CA_FILE               certificate authorities to trust as well, in PEM",
      "  NO_COLOR                       no colour",
      "",
      "ACCOUNT is an e-mail address or an account's id. Every command has --help with",
      "examples, and --json. Exit codes are those of latch: `latch --exit-codes`."
    })
final class OperatorRoot implements Callable<Integer> {

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
      description = "Show which latch-operator this is.")
  void version(boolean wanted) {}

  @Parameters(hidden = true, arity = "0..*")
  private String[] unknown = {};

  @Override
  public Integer call() {
    if (unknown.length > 0) {
      throw new Failure(
          ExitCode.USAGE,
          "latch_usage",
          "There is no such command. All of them: latch-operator --help");
    }
    var line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getOut());
    return ExitCode.OK.number();
  }

  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"latch-operator " + Version.text()};
    }
  }
}
