package dev.latchkey.cli.operator;

import dev.latchkey.cli.invocation.Common;
import dev.latchkey.cli.operator.account.AccountEvents;
import dev.latchkey.cli.operator.account.AccountShowing;
import dev.latchkey.cli.operator.account.AccountSignOut;
import dev.latchkey.cli.operator.account.AccountUnlock;
import dev.latchkey.cli.operator.inside.KeyOption;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.letter.DeadLetterReplay;
import dev.latchkey.cli.operator.letter.DeadLetters;
import dev.latchkey.cli.operator.removal.RemovalApproving;
import dev.latchkey.cli.operator.removal.RemovalAsking;
import dev.latchkey.cli.operator.removal.RemovalCancelling;
import dev.latchkey.cli.operator.removal.RemovalShowing;
import dev.latchkey.cli.program.CommandTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All commands by name. */
final class OperatorCommands {

  private static final Map<String, Function<Operator, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("account", AccountShowing::new);
    ALL.put("account:events", AccountEvents::new);
    ALL.put("account:sign-out", AccountSignOut::new);
    ALL.put("account:unlock", AccountUnlock::new);
    ALL.put("two-factor:removal", RemovalShowing::new);
    ALL.put("two-factor:removal:ask", RemovalAsking::new);
    ALL.put("two-factor:removal:approve", RemovalApproving::new);
    ALL.put("two-factor:removal:cancel", RemovalCancelling::new);
    ALL.put("keys:rotate", KeyRotation::new);
    ALL.put("dead-letters", DeadLetters::new);
    ALL.put("dead-letters:replay", DeadLetterReplay::new);
  }

  static final CommandTable<Operator> TABLE =
      new CommandTable<>(
          ALL,
          operator -> new OperatorRoot(),
          Map.of("common", operator -> new Common(operator.screen()), "key", KeyOption::new),
          Set.of());

  private OperatorCommands() {}
}
