package dev.latchkey.token.minting;

import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.grant.Grants.Code;

/** What became of a wish to let an application in. */
sealed interface GrantingOutcome {

  /** It may exchange this code; this is the only time that the code is there to show. */
  record Granted(Authorization authorization, Code code) implements GrantingOutcome {}

  /** A password signs a person in, and nobody else. */
  record SignInFirst() implements GrantingOutcome {}

  /** There is no such client. */
  record UnknownClient() implements GrantingOutcome {}

  /** Its code would go somewhere else than where it has registered. */
  record WrongRedirect() implements GrantingOutcome {}

  /** A public client came without PKCE. */
  record NoChallenge() implements GrantingOutcome {}

  /** The same that would have refused the person. */
  record NotMinted(MintingOutcome why) implements GrantingOutcome {}
}
