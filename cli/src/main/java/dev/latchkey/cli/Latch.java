package dev.latchkey.cli;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.program.Endings;
import picocli.CommandLine;

/** The {@code latch} program. */
public final class Latch {

  private Latch() {}

  public static void main(String[] words) {
    System.exit(run(Surroundings.ofThisProcess(), words));
  }

  /** Runs one command; how it ended. */
  public static int run(Surroundings surroundings, String... words) {
    var endings = Endings.of("latch", surroundings);
    try (var invocation = new Invocation(surroundings)) {
      return Commands.run(invocation, endings, words);
    } catch (Failure failure) {
      return endings.end(failure);
    }
  }

  static int help(CommandLine line) {
    line.usage(line.getOut());
    return ExitCode.OK.number();
  }
}
