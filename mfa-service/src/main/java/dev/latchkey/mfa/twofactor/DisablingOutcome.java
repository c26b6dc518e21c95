package dev.latchkey.mfa.twofactor;

import dev.latchkey.mfa.cascade.CascadeOutcome;

/** What came of switching two-factor off. */
sealed interface DisablingOutcome {

  /** It is off. */
  record Off(CascadeOutcome cascade) implements DisablingOutcome {}

  /** It was not on. */
  record NotOn() implements DisablingOutcome {}

  /** Somebody changed the account meanwhile, so it is still on. */
  record AccountChanged() implements DisablingOutcome {}
}
