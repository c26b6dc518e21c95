package dev.latchkey.auth.session;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;

/** Gives a session a new token, after a change of what it may do (session fixation, ASVS 7.2.4). */
@ApplicationScoped
class SessionRenewal {

  private final Sessions sessions;
  private final EndedSessions ended;
  private final Recording recording;
  private final SecureRandom random;

  SessionRenewal(Sessions sessions, EndedSessions ended, Recording recording, SecureRandom random) {
    this.sessions = sessions;
    this.ended = ended;
    this.recording = recording;
    this.random = random;
  }

  /** The session under its new token, or nothing when it ended meanwhile. */
  Uni<Optional<SessionOpeningOutcome.Opened>> renew(AccountId account, SessionId id) {
    return sessions
        .find(account, id)
        .chain(found ->
            found.map(this::renewed).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<SessionOpeningOutcome.Opened>> renewed(StoredSession stored) {
    var token = OpaqueToken.mint(TokenKind.SESSION, random);
    var opened = new SessionOpeningOutcome.Opened(stored.session(), token);
    // On record first: a Redis that fails over may bring the old token back, session and all.
    // The old record goes next: of two who renew it, the one who takes it away writes the new one.
    return recording
        .record(stored)
        .chain(() -> sessions.take(stored.key()))
        .chain(taken ->
            taken
                ? sessions.add(stored.session(), token).chain(added -> unlessEnded(added, opened))
                : Uni.createFrom().item(Optional.empty()));
  }

  /**
   * Whoever ended the session meanwhile may have seen neither record: what was added goes again.
   */
  private Uni<Optional<SessionOpeningOutcome.Opened>> unlessEnded(
      StoredSession added, SessionOpeningOutcome.Opened opened) {
    var session = added.session();
    return ended
        .contain(added)
        .chain(over ->
            over
                ? sessions
                    .remove(session.account(), session.id(), added.key())
                    .replaceWith(Optional.empty())
                : Uni.createFrom().item(Optional.of(opened)));
  }

  /** The transaction of {@link SessionRenewal}. */
  @ApplicationScoped
  static class Recording {

    private final EndedSessions ended;
    private final SessionConfig config;

    Recording(EndedSessions ended, SessionConfig config) {
      this.ended = ended;
      this.config = config;
    }

    @WithTransaction
    Uni<Void> record(StoredSession stored) {
      var forgetAfter = stored.session().createdAt().plus(config.absolute());
      return ended.add(EndedSession.tokenOf(stored, forgetAfter));
    }
  }
}
