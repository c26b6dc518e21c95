package dev.latchkey.mfa.recoveryphone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of changing the recovery phone. */
sealed interface PhoneOutcome {

  /** A code is on its way to the new number. */
  record CodeSent() implements PhoneOutcome {}

  /** The code was right: the number is the account's. */
  record Validated() implements PhoneOutcome {}

  /** The phone is removed. */
  record Removed() implements PhoneOutcome {}

  /**
   * This number is not taken.
   *
   * @param why in plain words; null when nobody is told
   */
  record Refused(@Nullable String why) implements PhoneOutcome {}

  /** The code was wrong, too old, used, or of another set-up. */
  record WrongCode() implements PhoneOutcome {}

  /** Too many codes were asked for, or tried. */
  record Capped(Duration retryAfter) implements PhoneOutcome {}

  /** There is no phone, or none that waits for a code. */
  record NoPhone() implements PhoneOutcome {}

  /** Two-factor is off, so there is no recovery phone. */
  record NotOn() implements PhoneOutcome {}

  /** Two-factor is on, and who asks has not shown the second factor lately. */
  record FactorNeeded() implements PhoneOutcome {}

  /** Somebody changed the account meanwhile; nothing was done. */
  record AccountChanged() implements PhoneOutcome {}
}
