package dev.latchkey.auth.registration;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.contracts.id.AccountId;
import java.time.Duration;

/** What came of a sign-up. */
sealed interface SigningUpOutcome {

  /** A mail was sent: a link, or the news that there is an account already. */
  record MailOnItsWay(AccountId id, EmailAddress email) implements SigningUpOutcome {}

  /** Too many sign-ups from that client address, or of that mailbox. */
  record TooMany(Duration retryAfter) implements SigningUpOutcome {}
}
