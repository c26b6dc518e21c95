package dev.latchkey.auth.passwordchange;

import java.time.Duration;

/** What came of a password change. */
public sealed interface PasswordChangeOutcome {

  /** Changed; other sign-ins are over, the API key is new. */
  record Changed() implements PasswordChangeOutcome {}

  /** The current password was not shown. */
  record PasswordMissing() implements PasswordChangeOutcome {}

  /** The current password is not right. */
  record WrongPassword() implements PasswordChangeOutcome {}

  /** The new password may not be used; the message says why. */
  record Refused(String message) implements PasswordChangeOutcome {}

  /** Too many wrong passwords. */
  record Locked(Duration retryAfter) implements PasswordChangeOutcome {}

  /** Another change came first: the caller's credential is over. */
  record Overtaken() implements PasswordChangeOutcome {}
}
