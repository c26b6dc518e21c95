package dev.latchkey.token;

import dev.latchkey.kit.problem.TimeLimit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long a request waits for PostgreSQL: one that hangs must not take its callers with it. */
@Singleton
public class Patience {

  private final Duration store;

  Patience(PatienceConfig config) {
    this.store = config.store();
  }

  /** How long that is. */
  public Duration store() {
    return store;
  }

  /** Fails when no answer comes in time, which is answered 503. */
  public <T> Uni<T> limit(Uni<T> work) {
    return TimeLimit.on(work, store);
  }
}
