package dev.latchkey.mfa;

import dev.latchkey.kit.budget.BudgetTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Moves Redis' time as far as the test has moved the clock. */
@Singleton
@Alternative
@Priority(1)
public class BudgetsFollowTheClock extends BudgetTime {

  private static final Clock REAL = Clock.systemUTC();

  private final Clock clock;

  BudgetsFollowTheClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Duration offset() {
    return Duration.between(REAL.instant(), clock.instant());
  }
}
