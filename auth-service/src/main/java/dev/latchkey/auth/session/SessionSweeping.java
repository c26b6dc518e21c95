package dev.latchkey.auth.session;

import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.contracts.id.AccountId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Removes from Redis what an epoch's rise has ended, and stamps the kept session with the new one.
 */
@ApplicationScoped
public class SessionSweeping {

  private static final int AT_ONCE = 64;

  private final Sessions sessions;

  SessionSweeping(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Stamps the kept session alone: what has ended is refused by its epoch already, and whoever
   * waits for the answer need not wait for it to be removed.
   *
   * @param shownAt when its owner showed a second factor; null for not now
   */
  public Uni<Void> keep(AccountId account, Standing standing, @Nullable Instant shownAt) {
    var kept = standing.kept();
    return kept == null
        ? Uni.createFrom().voidItem()
        : sessions
            .find(account, kept)
            .chain(found ->
                found
                    .map(stored -> sweep(stored, standing, shownAt))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /**
   * Stamps the kept session and removes the others; as often as one likes. Sessions of a later
   * epoch are left alone.
   *
   * @param shownAt when the kept session's owner showed a second factor; null for not now
   */
  public Uni<Void> sweep(AccountId account, Standing standing, @Nullable Instant shownAt) {
    return sessions
        .of(account)
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found))
        .onItem()
        .transformToUni(stored -> sweep(stored, standing, shownAt))
        .merge(AT_ONCE)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> sweep(StoredSession stored, Standing standing, @Nullable Instant shownAt) {
    var session = stored.session();
    if (session.epoch() >= standing.epoch()) {
      return Uni.createFrom().voidItem();
    }
    return session.id().equals(standing.kept())
        ? sessions.change(stored.key(), kept -> stamped(kept, standing, shownAt))
        : sessions.remove(session.account(), session.id(), stored.key());
  }

  private static Session stamped(Session kept, Standing standing, @Nullable Instant shownAt) {
    return kept.epoch() >= standing.epoch() ? kept : kept.kept(standing.epoch(), shownAt);
  }
}
