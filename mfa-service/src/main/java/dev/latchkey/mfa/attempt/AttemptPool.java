package dev.latchkey.mfa.attempt;

import dev.latchkey.kit.budget.Limit;
import java.time.Duration;

/**
 * Whose guesses are counted together. A known device has a pool of its own, so that somebody who
 * has the password can't lock the owner out by guessing.
 */
public enum AttemptPool {
  ANYWHERE("second-factor", "recovery-code", ""),
  KNOWN_DEVICE("second-factor-device", "recovery-code-device", "device_");

  /**
   * Consecutive failures after which a factor is off for the pool (NIST SP 800-63B-4, 3.2.2: no
   * more than 100). It comes on again by recovery only.
   */
  public static final int CEILING = 100;

  private final Limit limit;
  private final Limit recoveryLimit;
  private final String prefix;

  AttemptPool(String name, String recoveryName, String prefix) {
    this.limit = tenInAQuarter(name);
    this.recoveryLimit = tenInAQuarter(recoveryName);
    this.prefix = prefix;
  }

  /** The pool of an attempt. */
  public static AttemptPool of(boolean knownDevice) {
    return knownDevice ? KNOWN_DEVICE : ANYWHERE;
  }

  /** How often the pool may be drawn from. */
  public Limit limit() {
    return limit;
  }

  /** How often recovery codes may be tried: apart, so that neither locks the other. */
  public Limit recoveryLimit() {
    return recoveryLimit;
  }

  /** The column, in each table of factors, that counts this pool's failures in a row. */
  public String failures() {
    return prefix + "failures";
  }

  /** The column that says since when the factor is off for this pool. */
  public String exhausted() {
    return prefix + "exhausted_at";
  }

  private static Limit tenInAQuarter(String name) {
    return new Limit(name, 10, Duration.ofMinutes(15), Duration.ofHours(1));
  }
}
