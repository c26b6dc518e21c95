package dev.latchkey.token.client;

import dev.latchkey.kit.identity.OpaqueToken;
import org.jspecify.annotations.Nullable;

/** What became of a wish about a client. */
sealed interface ClientOutcome {

  /**
   * Done.
   *
   * @param secret a new one, this only time; null when there is none to show
   */
  record Done(Client client, @Nullable OpaqueToken secret) implements ClientOutcome {}

  /** There is no such client, or it is somebody else's. */
  record Unknown() implements ClientOutcome {}

  /** The account has as many as it may have. */
  record TooMany(int most) implements ClientOutcome {}

  /** A public client has no secret that could be another one. */
  record NoSecret() implements ClientOutcome {}

  /** The account's security changed since the edge looked at the credential. */
  record EpochPassed() implements ClientOutcome {}
}
