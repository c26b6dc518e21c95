package dev.latchkey.auth.operator;

import dev.latchkey.auth.cascade.Receipt;

/** What came of ending all sessions. */
sealed interface SignOutOutcome {

  /** They are over. */
  record Done(Receipt receipt) implements SignOutOutcome {}

  /** Another change of the account came first; nothing was done. */
  record Overtaken() implements SignOutOutcome {}

  /** There is no such account. */
  record NoAccount() implements SignOutOutcome {}
}
