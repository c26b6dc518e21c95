package dev.latchkey.token.minting;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.token.authorization.Authorization;

/** What became of a {@link MintAuthorization}. */
sealed interface MintingOutcome {

  /** Made; this is the only time the token is there to show. */
  record Minted(Authorization authorization, OpaqueToken token) implements MintingOutcome {}

  /** It would have reached further than the credential that asks. */
  record Outranked() implements MintingOutcome {}

  /** The credential that asks ended while it asked. */
  record ParentEnded() implements MintingOutcome {}

  /** The account's security changed since the edge looked at the credential. */
  record EpochPassed() implements MintingOutcome {}
}
