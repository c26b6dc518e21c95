package dev.latchkey.auth.edge;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.Password;
import dev.latchkey.kit.identity.OpaqueToken;
import java.util.Optional;

/** The one credential that a request came with. */
sealed interface Presented {

  /** None at all. */
  record Nothing() implements Presented {}

  /** More than one: nobody can know which was meant. */
  record Several() implements Presented {}

  /** Something that is no credential of ours, whatever it was meant to be. */
  record Unreadable() implements Presented {}

  /**
   * A token.
   *
   * @param owner the mail address that was sent beside it, whose account's it must be; if any
   */
  record Token(OpaqueToken token, Optional<EmailAddress> owner) implements Presented {}

  /** E-mail and password. */
  record EmailAndPassword(EmailAddress email, Password password) implements Presented {}

  /** A sign-in that waits for its second factor. */
  record Challenge(OpaqueToken token) implements Presented {}
}
