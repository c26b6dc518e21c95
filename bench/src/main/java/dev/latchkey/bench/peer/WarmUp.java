package dev.latchkey.bench.peer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * Deeds that do not count, until a JVM has done most of what it does to itself: at twenty deeds a
 * second that takes minutes, at thousands seconds, so no one time is right for all.
 *
 * @param least so long at least
 * @param most so long at most
 * @param compiling the warm-up is over when less than this share of the processor time goes into
 *     compiling, from 0 to 1
 */
record WarmUp(Duration least, Duration most, double compiling) {

  private static final Duration STEP = Duration.ofSeconds(10);

  /** How many deeds failed. */
  int of(Load load) throws InterruptedException, ExecutionException, SQLException {
    long begin = System.nanoTime();
    int failed = load.last(least).failed();
    boolean cold = true;
    while (cold && System.nanoTime() - begin < most.toNanos()) {
      var step = load.last(STEP);
      failed += step.failed();
      cold = step.compiling().toNanos() > compiling * step.allCpu().toNanos();
    }
    return failed;
  }
}
