package dev.latchkey.mfa.enrolment;

import dev.latchkey.mfa.cascade.CascadeOutcome;
import java.time.Duration;

/** What came of confirming an enrolment. */
sealed interface ConfirmationOutcome {

  /** Two-factor is on. */
  record On(CascadeOutcome cascade) implements ConfirmationOutcome {}

  /** The code was wrong, too old, too new or none; the enrolment goes on. */
  record WrongCode() implements ConfirmationOutcome {}

  /** This session has no enrolment under way, or its ten minutes are over. */
  record NothingPending() implements ConfirmationOutcome {}

  /** Too many wrong codes. */
  record Locked(Duration retryAfter) implements ConfirmationOutcome {}

  /** Somebody changed the account meanwhile, so nothing was switched on. */
  record AccountChanged() implements ConfirmationOutcome {}
}
