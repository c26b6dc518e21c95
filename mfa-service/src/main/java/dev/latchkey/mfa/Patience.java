package dev.latchkey.mfa;

import dev.latchkey.kit.problem.TimeLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Bounds what is asked of PostgreSQL: a paused server holds its connections open and says nothing,
 * and a request must become a 503, not hang.
 */
@ApplicationScoped
public class Patience {

  private final Duration store;

  Patience(PatienceConfig config) {
    this.store = config.store();
  }

  /** Fails when no answer comes in time. Around the session, not within: closing it waits too. */
  public <T> Uni<T> with(Uni<T> asked) {
    return TimeLimit.on(asked, store);
  }
}
