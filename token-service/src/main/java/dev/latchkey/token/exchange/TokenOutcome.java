package dev.latchkey.token.exchange;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.grant.RefreshTokens.Fresh;
import java.time.Instant;

/** What became of a {@link TokenRequest}. */
sealed interface TokenOutcome {

  /** Here they are; this is the only time that they are there to show. */
  record Issued(Authorization authorization, OpaqueToken access, Fresh refresh, Instant now)
      implements TokenOutcome {}

  /** The client is not who it says. */
  record WrongClient() implements TokenOutcome {}

  /** Unknown, too old, for another client, address or verifier: one answer. */
  record WrongGrant() implements TokenOutcome {}

  /** Another request with the same one was a moment faster. */
  record Overtaken() implements TokenOutcome {}

  /** It was used before; the authorization has ended. */
  record Reused() implements TokenOutcome {}

  /** It would reach further than what the person has granted. */
  record ScopeGrew() implements TokenOutcome {}
}
