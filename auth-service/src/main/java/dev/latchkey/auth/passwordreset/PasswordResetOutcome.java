package dev.latchkey.auth.passwordreset;

import dev.latchkey.auth.account.Account;

/** What came of a link and a new password. */
sealed interface PasswordResetOutcome {
  /** The password is new; everything that had access is over, and nobody is signed in. */
  record Done(Account account) implements PasswordResetOutcome {}

  /** The new password may not be used; the message says why. The link still works. */
  record Refused(String message) implements PasswordResetOutcome {}

  /** The link is unknown, used, replaced, too old, or from before another security change. */
  record LinkOver() implements PasswordResetOutcome {}
}
