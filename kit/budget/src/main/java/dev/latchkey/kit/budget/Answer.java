package dev.latchkey.kit.budget;

import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;

/** What Redis says to "take one". */
sealed interface Answer {

  /** Redis has lost this counter, or never had it: the floor must say. */
  record Unknown() implements Answer {}

  /**
   * One attempt was taken.
   *
   * @param now by the clock of Redis, as the times of the tally
   */
  record Taken(Tally tally, long now) implements Answer {}

  /** The window is used up. */
  record UsedUp(Duration retryAfter) implements Answer {}

  static Answer of(Response reply) {
    return switch (reply.get(0).toInteger()) {
      case TakeScript.GRANTED -> new Taken(tally(reply), time(reply, 6));
      case TakeScript.REFUSED -> new UsedUp(Duration.ofMillis(time(reply, 3) - time(reply, 6)));
      case TakeScript.UNKNOWN -> new Unknown();
      case Integer other -> throw new IllegalStateException("Redis answered " + other);
    };
  }

  private static Tally tally(Response reply) {
    return new Tally(
        reply.get(1).toInteger(),
        time(reply, 2),
        time(reply, 3),
        reply.get(4).toInteger(),
        time(reply, 5));
  }

  private static long time(Response reply, int part) {
    return reply.get(part).toLong();
  }
}
