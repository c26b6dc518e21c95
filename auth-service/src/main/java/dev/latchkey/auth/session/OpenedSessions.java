package dev.latchkey.auth.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.auth.redis.RecordSeal;
import dev.latchkey.contracts.id.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens records of sessions, and each only once: what was opened is known again by its sealed text
 * to the letter. Nothing here says that a session is alive. Redis is asked at every request, and a
 * record that is not there any more, or is another one, is of no use here.
 */
@ApplicationScoped
class OpenedSessions {

  /** Some 1.5 kB each. */
  private static final int MOST_REMEMBERED = 20_000;

  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final RecordSeal seal;
  private final Cache<String, Opened> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterAccess(UNUSED).build();

  OpenedSessions(RecordSeal seal) {
    this.seal = seal;
  }

  private record Opened(String record, Session session) {}

  /** The session; nothing when the record was not sealed here for this key. */
  Optional<Session> open(String key, String record) {
    var known = remembered.getIfPresent(key);
    if (known != null && known.record.equals(record)) {
      return Optional.of(known.session);
    }
    var opened = seal.open(key, record, Session.class);
    opened.ifPresent(session -> remembered.put(key, new Opened(record, session)));
    return opened;
  }

  /** Whose session lay there when it was last opened; a guess to be checked. */
  Optional<AccountId> account(String key) {
    return Optional.ofNullable(remembered.getIfPresent(key)).map(known -> known.session.account());
  }
}
