package dev.latchkey.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a second, doubled each time, a minute at most; and of that
 * some part between the half and the whole, so that all that failed together does not come back
 * together.
 */
final class Backoff {

  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /** The wait after that many tries, at least one. */
  static Duration after(int tries, RandomGenerator chance) {
    var longest = longest(tries).toMillis();
    return Duration.ofMillis(chance.nextLong(longest / 2, longest + 1));
  }

  private static Duration longest(int tries) {
    var wait = Duration.ofSeconds(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
