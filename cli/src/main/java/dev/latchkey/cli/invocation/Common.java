package dev.latchkey.cli.invocation;

import dev.latchkey.cli.terminal.Screen;
import picocli.CommandLine.Option;

/** Options that every command has. */
public final class Common {

  private final Screen screen;

  public Common(Screen screen) {
    this.screen = screen;
  }

  @Option(names = "--json", description = "Answer in JSON, as the platform says it.")
  void json(boolean wanted) {
    screen.json(wanted);
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  void help(boolean wanted) {
    // picocli sees it, and shows the help in place of running the command.
  }
}
