package dev.latchkey.kit.problem;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Bounds how long a request waits for a store that says nothing. The work itself is not cancelled:
 * a Hibernate Reactive session that is cancelled never gives its connection back, and a pool that
 * loses one with every slow answer ends with none (Quarkus issue 51576).
 */
public final class TimeLimit {

  private TimeLimit() {}

  /**
   * Fails with a {@link io.smallrye.mutiny.TimeoutException} when there is no answer in time, which
   * is answered 503. Put it around the session, not within: closing it waits too.
   */
  public static <T> Uni<T> on(Uni<T> work, Duration limit) {
    return Uni.createFrom()
        .<T>emitter(to -> work.subscribe().with(to::complete, to::fail))
        .ifNoItem()
        .after(limit)
        .fail();
  }
}
