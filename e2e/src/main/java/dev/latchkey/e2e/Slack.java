package dev.latchkey.e2e;

import java.time.Duration;

/** Time limits, stretched by {@code latchkey.e2e.slack} where other work shares the machine. */
public final class Slack {

  private static final int FACTOR = Integer.getInteger("latchkey.e2e.slack", 1);

  private Slack() {}

  /** What is promised to take so long, as this machine may take it. */
  public static Duration of(Duration promised) {
    return promised.multipliedBy(FACTOR);
  }
}
