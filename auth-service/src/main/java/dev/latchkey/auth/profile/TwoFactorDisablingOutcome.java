package dev.latchkey.auth.profile;

import java.time.Duration;

/** What came of switching two-factor off. */
sealed interface TwoFactorDisablingOutcome {

  /** It is off. */
  record Off() implements TwoFactorDisablingOutcome {}

  /** The credential was made before two-factor was on, or without it. */
  record NotQualified() implements TwoFactorDisablingOutcome {}

  /** No password was shown. */
  record PasswordMissing() implements TwoFactorDisablingOutcome {}

  /** A wrong one was shown. */
  record WrongPassword() implements TwoFactorDisablingOutcome {}

  /** Too many wrong ones were shown. */
  record Locked(Duration retryAfter) implements TwoFactorDisablingOutcome {}

  /** Another change came first: the caller's credential is over, and two-factor is still on. */
  record Overtaken() implements TwoFactorDisablingOutcome {}
}
