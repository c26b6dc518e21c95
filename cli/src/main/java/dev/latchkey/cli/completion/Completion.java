package dev.latchkey.cli.completion;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Print what a shell needs to complete latch's commands and options.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(latch completion bash)                                # now, or in ~/.bashrc",
      "  source <(latch completion zsh)                                 # now, or in ~/.zshrc",
      "  latch completion fish > ~/.config/fish/completions/latch.fish"
    })
public final class Completion implements Callable<Integer> {

  private final Invocation invocation;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private Shell shell = Shell.bash;

  public Completion(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var parent = Objects.requireNonNull(Objects.requireNonNull(spec).parent());
    var commands = new ArrayList<Completed>();
    parent.subcommands().forEach((name, line) -> commands.add(completed(name, line)));
    invocation.screen().line(shell.script(commands));
    return ExitCode.OK.number();
  }

  private static Completed completed(String name, CommandLine line) {
    var spec = line.getCommandSpec();
    var options = spec.options().stream().map(OptionSpec::longestName).toList();
    return new Completed(name, spec.usageMessage().description()[0], options);
  }

  /** A command as shells see it. */
  record Completed(String name, String description, List<String> options) {}
}
