package dev.latchkey.cli.program;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.terminal.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How a command ends that does not do what it was asked: what is said, and the exit code.
 *
 * @param program its name, as people type it
 * @param debugging for who mends the program and wants stacks
 */
public record Endings(String program, Screen screen, boolean debugging) {

  public static Endings of(String program, Surroundings surroundings) {
    return new Endings(program, surroundings.screen(), surroundings.debugging());
  }

  public int end(Failure failure) {
    screen.failure(program, failure.sentence(), failure.json());
    return failure.code().number();
  }

  /** A sentence for people; who mends the program sets LATCHKEY_DEBUG and gets the stack. */
  int broken(Exception bug) {
    if (debugging) {
      var stack = new StringWriter();
      bug.printStackTrace(new PrintWriter(stack));
      screen.aside(stack.toString());
    }
    return end(
        new Failure(
            ExitCode.REFUSED,
            "latch_bug",
            "Something is wrong with %s itself: %s. Nothing of yours is in this message; please report it."
                .formatted(program, bug.getClass().getSimpleName())));
  }

  /** What was typed is not shown again: it may be a secret in the wrong place. */
  int misunderstood(ParameterException wrong) {
    var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    return end(
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
}
