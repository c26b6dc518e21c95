package dev.latchkey.auth;

import dev.latchkey.kit.testkit.OtherServiceStandIn.Answer;
import dev.latchkey.kit.testkit.OtherServiceStandIn.ReceivedRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Holds one request at a stand-in for as long as a test has something else to do. */
final class Gate {

  /** Less than the time-out of the client that is held. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** Answers only once the gate is open; 500 when it stays shut for too long. */
  Function<ReceivedRequest, Answer> before(Answer answer) {
    return request -> {
      arrived.countDown();
      return reached(open, LONGEST) ? answer : new Answer(500, "{\"id\":\"held_too_long\"}");
    };
  }

  /** Waits until somebody stands before the gate; false when nobody comes. */
  boolean hasSomebodyWaiting() {
    return reached(arrived, PATIENCE);
  }

  void open() {
    open.countDown();
  }

  private static boolean reached(CountDownLatch latch, Duration longest) {
    try {
      return latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
