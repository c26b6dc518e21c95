package dev.latchkey.auth.session;

import dev.latchkey.auth.epoch.Epochs;
import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a session is alive: there, not ended, and of the account's epoch. Asked per request. */
@Singleton
public class LiveSessions {

  /** Last use is kept to the minute: a write for every request would buy nothing. */
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final EndedSessions ended;
  private final Epochs epochs;
  private final Clock clock;

  LiveSessions(Sessions sessions, EndedSessions ended, Epochs epochs, Clock clock) {
    this.sessions = sessions;
    this.ended = ended;
    this.epochs = epochs;
    this.clock = clock;
  }

  /** The live session of a token, or nothing. */
  public Uni<Optional<LiveSession>> of(OpaqueToken token) {
    return sessions.find(token).chain(this::notEnded).chain(this::inEpoch).call(this::seen);
  }

  /** The live sessions of an account. */
  public Uni<List<Session>> of(AccountId account) {
    return sessions
        .of(account)
        .chain(found ->
            epochs
                .of(account)
                .map(standing ->
                    found.stream()
                        .map(StoredSession::session)
                        .filter(session ->
                            standing.map(s -> session.livesIn(s.epoch(), s.kept())).orElse(false))
                        .toList()));
  }

  /** Notes that the owner showed a second factor on this session. */
  public Uni<Void> steppedUp(LiveSession live) {
    var now = clock.instant();
    return sessions.change(live.key(), session -> session.steppedUp(now));
  }

  /** A server that took over may have lost the end of a session or token: PostgreSQL knows. */
  private Uni<Optional<StoredSession>> notEnded(Optional<StoredSession> found) {
    if (found.isEmpty() || found.get().sameServer()) {
      return Uni.createFrom().item(found);
    }
    var stored = found.get();
    var session = stored.session();
    return ended
        .contain(stored)
        .chain(over ->
            over
                ? sessions
                    .remove(session.account(), session.id(), stored.key())
                    .replaceWith(Optional.empty())
                : sessions.change(stored.key(), same -> same).replaceWith(found));
  }

  private Uni<Optional<LiveSession>> inEpoch(Optional<StoredSession> found) {
    if (found.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    var stored = found.get();
    return standing(stored)
        .map(standing ->
            standing
                .filter(s -> stored.session().livesIn(s.epoch(), s.kept()))
                .map(s -> new LiveSession(stored.key(), stored.session(), s.epoch())));
  }

  private Uni<Optional<Standing>> standing(StoredSession stored) {
    var read = Optional.ofNullable(stored.standing());
    return read.isPresent() ? Uni.createFrom().item(read) : epochs.of(stored.session().account());
  }

  private Uni<Void> seen(Optional<LiveSession> found) {
    var now = clock.instant();
    return found
        .filter(live -> live.session().seenAt().plus(SEEN_STEP).isBefore(now))
        .map(live -> sessions.change(live.key(), session -> session.seen(now)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
