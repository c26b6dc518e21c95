package dev.latchkey.mfa.smscode;

import java.time.Duration;

/** What came of asking for a code by text message. */
sealed interface SmsOutcome {

  /** It is on its way to that number. */
  record Sent(String masked) implements SmsOutcome {}

  /** The account has no recovery phone. */
  record NoPhone() implements SmsOutcome {}

  /** The phone was added, or changed, too short a time ago. */
  record TooNew(Duration left) implements SmsOutcome {}

  /** The password was reset too short a time ago. */
  record AfterReset(Duration left) implements SmsOutcome {}

  /** What has just befallen the account is not known here yet. */
  record NotHeardYet() implements SmsOutcome {}

  /** Too many were sent lately. */
  record Capped(Duration retryAfter) implements SmsOutcome {}
}
