package dev.latchkey.auth.session;

import dev.latchkey.kit.identity.OpaqueToken;

/** What came of opening a session. */
public sealed interface SessionOpeningOutcome {

  /** It is open; the token is told this once. */
  record Opened(Session session, OpaqueToken token) implements SessionOpeningOutcome {}

  /** A security change came between the password and now. */
  record Overtaken() implements SessionOpeningOutcome {}
}
