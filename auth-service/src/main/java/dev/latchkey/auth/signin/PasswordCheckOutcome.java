package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import java.time.Duration;

/** What came of a password. */
public sealed interface PasswordCheckOutcome {

  /**
   * It is the account's.
   *
   * @param account as it was read with the hash, before the check: its epoch counts, not a later
   *     one
   * @param knownDevice true when a device of this account was shown beside it
   */
  record Right(Account account, boolean knownDevice) implements PasswordCheckOutcome {}

  /** It is that of somebody who signed up and has not opened the link yet. */
  record Unverified() implements PasswordCheckOutcome {}

  /** It is not, or there is no such account: nobody is told which. */
  record Wrong() implements PasswordCheckOutcome {}

  /** Too many were wrong: not looked at. */
  record Locked(Duration retryAfter) implements PasswordCheckOutcome {}
}
