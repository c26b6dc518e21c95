package dev.latchkey.local.gateway;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests on their way, so that a stopping gateway can let them finish. */
final class Traffic {

  private final Phaser onTheirWay = new Phaser(1);
  private volatile boolean draining;

  void begin() {
    onTheirWay.register();
  }

  void end() {
    onTheirWay.arriveAndDeregister();
  }

  /** True when no new request is to be let in. */
  boolean draining() {
    return draining;
  }

  /** Lets no request in any more and waits, for a while, until the others are through. */
  void drain(Duration patience) throws InterruptedException {
    draining = true;
    try {
      int phase = onTheirWay.arrive();
      onTheirWay.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      System.err.println("some requests did not finish in time and are cut off");
    }
  }
}
