package dev.latchkey.auth.cascade;

import dev.latchkey.auth.epoch.Epochs;
import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.auth.session.SessionSweeping;
import dev.latchkey.contracts.id.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Brings Redis to what PostgreSQL has committed: the epoch first, it alone refuses; then the rest.
 */
@ApplicationScoped
class Settling {

  private final Epochs epochs;
  private final SessionSweeping sessions;

  Settling(Epochs epochs, SessionSweeping sessions) {
    this.epochs = epochs;
    this.sessions = sessions;
  }

  /**
   * What the answer waits for: from here on everything old is refused, and the kept session goes
   * on.
   *
   * @param shownAt when the kept session's owner showed a second factor; null for not now
   */
  Uni<Void> settle(AccountId account, Standing standing, @Nullable Instant shownAt) {
    return epochs.publish(account, standing).chain(() -> sessions.keep(account, standing, shownAt));
  }

  /**
   * All of it, and removes what is dead. As often as one likes, and before {@link #settle} as well
   * as after it: the event of a cut may be heard while its answer still waits for Redis.
   */
  Uni<Void> sweep(AccountId account, Standing standing, @Nullable Instant shownAt) {
    return epochs
        .publish(account, standing)
        .chain(() -> sessions.sweep(account, standing, shownAt));
  }
}
