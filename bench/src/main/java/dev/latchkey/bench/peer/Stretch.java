package dev.latchkey.bench.peer;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * A while of one deed after the other.
 *
 * @param failed how many were not answered as they should be
 * @param cpu processor time of the servers meanwhile
 * @param micros how long each of the others took
 */
record Stretch(int failed, Duration took, Duration cpu, Histogram micros) {

  private static final double NANOS_A_MILLI = 1_000_000;

  /** How many were answered as they should be. */
  long done() {
    return micros.getTotalCount();
  }

  /** Milliseconds of the servers' processor time for each that was done. */
  double cpuMillis() {
    return cpu.toNanos() / NANOS_A_MILLI / done();
  }
}
