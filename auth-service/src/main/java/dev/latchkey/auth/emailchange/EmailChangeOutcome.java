package dev.latchkey.auth.emailchange;

import java.time.Duration;

/** What came of the wish for another address. */
public sealed interface EmailChangeOutcome {
  /** A mail is on its way to the new address, whether or not somebody has that already. */
  record MailOnItsWay() implements EmailChangeOutcome {}

  /** It is the address that the account has. */
  record NoChange() implements EmailChangeOutcome {}

  /** No password was shown. */
  record PasswordMissing() implements EmailChangeOutcome {}

  /** A wrong one was shown. */
  record WrongPassword() implements EmailChangeOutcome {}

  /** Two-factor is on, and no second factor was shown in this request or lately. */
  record FactorMissing() implements EmailChangeOutcome {}

  /** Too many wrong passwords, or too many mails. */
  record TooMany(Duration retryAfter) implements EmailChangeOutcome {}

  /** Another change came first: the caller's credential is over. */
  record Overtaken() implements EmailChangeOutcome {}
}
