package dev.latchkey.auth.password;

import java.time.Duration;

/**
 * More passwords are waiting to be hashed than can be done in time, so this one was not begun. An
 * answer 503 with {@code Retry-After}: nothing was evaluated.
 */
public final class HashingBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  HashingBusy(Duration retryAfter) {
    // No stack trace: this is thrown most often when there is least time.
    super("too many passwords to hash", null, false, false);
    this.retryAfter = retryAfter;
  }

  /** When it is worth trying again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
