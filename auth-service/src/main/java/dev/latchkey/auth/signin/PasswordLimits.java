package dev.latchkey.auth.signin;

import dev.latchkey.kit.budget.Limit;
import java.time.Duration;

/** How often a password may be tried: 10 in 15 minutes, then waits that double up to an hour. */
final class PasswordLimits {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  /** By address, whether or not it has an account: the two must not differ. */
  static final Limit ANYWHERE = new Limit("password", 10, WINDOW, LONGEST_DELAY);

  /** By account, shared by its known devices: strangers can't use it up. */
  static final Limit KNOWN_DEVICE = new Limit("password-device", 10, WINDOW, LONGEST_DELAY);

  private PasswordLimits() {}
}
