package dev.latchkey.token.rotation;

import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.NewToken;

/** What became of a {@link RotateAuthorization}. */
sealed interface RotationOutcome {

  /** It has another token; this is the only time the token is there to show. */
  record Rotated(Authorization authorization, NewToken token) implements RotationOutcome {}

  /** There is no such live authorization of this account. */
  record Missing() implements RotationOutcome {}

  /** It was given to an application, which gets its tokens itself: its owner has none to use. */
  record OfClient() implements RotationOutcome {}

  /** It ends later than the authorization that asks, which would outlive itself with its token. */
  record Outlived() implements RotationOutcome {}

  /** The token that asks ended while it asked. */
  record CallerEnded() implements RotationOutcome {}

  /** The account's security changed since the edge looked at the credential. */
  record EpochPassed() implements RotationOutcome {}
}
