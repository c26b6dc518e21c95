package dev.latchkey.cli;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.terminal.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code latch} program. */
public final class Latch {

  private Latch() {}

  public static void main(String[] words) {
    System.exit(run(Surroundings.ofThisProcess(), words));
  }

  /** Runs one command; how it ended. */
  public static int run(Surroundings surroundings, String... words) {
    var screen = surroundings.screen();
    try (var invocation = new Invocation(surroundings)) {
      return Commands.run(invocation, words);
    } catch (Failure failure) {
      return end(screen, failure);
    }
  }

  static int end(Screen screen, Failure failure) {
    screen.failure(failure.sentence(), failure.json());
    return failure.code().number();
  }

  /** A sentence for people; who mends latch sets LATCHKEY_DEBUG and gets the stack. */
  static int broken(Screen screen, Exception bug, boolean debugging) {
    if (debugging) {
      var stack = new StringWriter();
      bug.printStackTrace(new PrintWriter(stack));
      screen.aside(stack.toString());
    }
    return end(
        screen,
        new Failure(
            ExitCode.REFUSED,
            "latch_bug",
            "Something is wrong with latch itself: %s. Nothing of yours is in this message; please report it."
                .formatted(bug.getClass().getSimpleName())));
  }

  /** What was typed is not shown again: it may be a secret in the wrong place. */
  static int misunderstood(Screen screen, ParameterException wrong) {
    var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    return end(
        screen,
        new Failure(
            ExitCode.USAGE, "latch_usage", why(wrong, command) + " Try: " + command + " --help"));
  }

  private static String why(ParameterException wrong, String command) {
    var argument = wrong.getArgSpec();
    if (wrong instanceof UnmatchedArgumentException) {
      return "There is a word too many, or an option that `%s` does not have.".formatted(command);
    }
    if (argument == null || wrong.getValue() == null) {
      return String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "") + ".";
    }
    // picocli's own message has the value in it.
    var name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    return argument.typeInfo().isEnum()
        ? "%s is one of %s."
            .formatted(name, String.join(", ", argument.typeInfo().getEnumConstantNames()))
        : "%s does not take that value.".formatted(name);
  }

  static int help(CommandLine line) {
    line.usage(line.getOut());
    return ExitCode.OK.number();
  }
}
