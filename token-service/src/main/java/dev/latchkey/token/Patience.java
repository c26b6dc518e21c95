package dev.latchkey.token;

import dev.latchkey.kit.problem.TimeLimit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How long a request waits for PostgreSQL: one that hangs must not take its callers with it. */
public final class Patience {

  private static final Duration LIMIT = Duration.ofMillis(1500);

  private Patience() {}

  /** Fails after a second and a half, which is answered 503. */
  public static <T> Uni<T> limit(Uni<T> work) {
    return TimeLimit.on(work, LIMIT);
  }
}
