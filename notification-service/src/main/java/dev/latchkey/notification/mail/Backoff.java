package dev.latchkey.notification.mail;

import java.time.Duration;

/** How long to wait before the next try: a second, doubled each time, a minute at most. */
final class Backoff {

  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /** The wait after that many tries, at least one. */
  static Duration after(int tries) {
    var wait = Duration.ofSeconds(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
