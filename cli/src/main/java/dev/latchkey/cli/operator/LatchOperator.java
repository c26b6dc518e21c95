package dev.latchkey.cli.operator;

import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.program.Endings;

/** The {@code latch-operator} program. */
public final class LatchOperator {

  private LatchOperator() {}

  public static void main(String[] words) {
    System.exit(run(Surroundings.ofThisProcess(), words));
  }

  /** Runs one command; how it ended. */
  public static int run(Surroundings surroundings, String... words) {
    try (var operator = new Operator(surroundings)) {
      return OperatorCommands.TABLE.run(
          operator, Endings.of("latch-operator", surroundings), words);
    }
  }
}
