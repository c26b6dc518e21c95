package dev.latchkey.mfa;

import dev.latchkey.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Whether a caller has lately shown a second factor. Asked where it is known, here, that the
 * account has one: the edge, which asks for step-up, may have looked a moment before it was
 * switched on.
 */
@ApplicationScoped
public class FreshFactor {

  /** How long a factor that the credential showed counts for step-up. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Clock clock;

  FreshFactor(Clock clock) {
    this.clock = clock;
  }

  /** True within ten minutes. */
  public boolean shownBy(Caller caller) {
    var at = caller.factorAt();
    return at != null && at.plus(FRESH).isAfter(clock.instant());
  }
}
