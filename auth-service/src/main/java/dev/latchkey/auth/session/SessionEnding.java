package dev.latchkey.auth.session;

import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Ends one session: on record first, then out of Redis. Ending all is the cascade's. */
@ApplicationScoped
public class SessionEnding {

  private final Sessions sessions;
  private final Recording recording;

  SessionEnding(Sessions sessions, Recording recording) {
    this.sessions = sessions;
    this.recording = recording;
  }

  /** The session that was ended, or nothing when the account has no such session. */
  public Uni<Optional<Session>> end(AccountId account, SessionId id, int epoch, Origin origin) {
    return sessions
        .find(account, id)
        .chain(found ->
            found
                .map(stored -> end(stored, epoch, origin))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<Session>> end(StoredSession stored, int epoch, Origin origin) {
    var session = stored.session();
    // Looked up once more: it may have got a new token meanwhile. One that comes still later finds
    // the end on record.
    return recording
        .record(session, epoch, origin)
        .chain(() -> sessions.find(session.account(), session.id()))
        .map(now -> now.orElse(stored).key())
        .chain(key -> sessions.remove(session.account(), session.id(), key))
        .replaceWith(Optional.of(session));
  }

  /** The transaction of {@link SessionEnding}. */
  @ApplicationScoped
  static class Recording {

    private final EndedSessions ended;
    private final Outbox outbox;
    private final OriginSeal seal;
    private final SessionConfig config;
    private final Clock clock;

    Recording(
        EndedSessions ended, Outbox outbox, OriginSeal seal, SessionConfig config, Clock clock) {
      this.ended = ended;
      this.outbox = outbox;
      this.seal = seal;
      this.config = config;
      this.clock = clock;
    }

    @WithTransaction
    Uni<Void> record(Session session, int epoch, Origin origin) {
      var forgetAfter = session.createdAt().plus(config.absolute());
      return ended
          .add(new EndedSession(session, forgetAfter))
          .chain(() -> outbox.append(fact(session, epoch, origin)))
          .replaceWithVoid();
    }

    private SessionsRevoked fact(Session session, int epoch, Origin origin) {
      return new SessionsRevoked(
          session.account(),
          clock.instant(),
          null,
          null,
          null,
          null,
          List.of(session.id()),
          epoch,
          seal.seal(session.account(), origin));
    }
  }
}
