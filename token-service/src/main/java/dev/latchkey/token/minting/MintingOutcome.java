package dev.latchkey.token.minting;

import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.NewToken;

/** What became of a {@link MintAuthorization}. */
sealed interface MintingOutcome {

  /** Made; this is the only time the token is there to show. */
  record Minted(Authorization authorization, NewToken token) implements MintingOutcome {}

  /** It would have reached further than the credential that asks. */
  record Outranked() implements MintingOutcome {}

  /** An application's token asked: what it made would outlive the token. */
  record ByApplication() implements MintingOutcome {}

  /** The account has as many as there may be. */
  record TooMany() implements MintingOutcome {}

  /** The credential that asks ended while it asked. */
  record ParentEnded() implements MintingOutcome {}

  /** The epoch rose or the API key was replaced since the edge looked at the credential. */
  record EpochPassed() implements MintingOutcome {}
}
