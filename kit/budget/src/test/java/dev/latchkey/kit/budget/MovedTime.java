package dev.latchkey.kit.budget;

import java.time.Duration;

/** Redis' time, moved. */
final class MovedTime extends BudgetTime {

  private volatile Duration offset = Duration.ZERO;

  @Override
  public Duration offset() {
    return offset;
  }

  void advance(Duration by) {
    offset = offset.plus(by);
  }
}
