package dev.latchkey.bench.peer;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * A while of one deed after the other.
 *
 * @param done how many were answered as they should be
 * @param failed how many were not
 * @param cpu processor time of the servers meanwhile
 * @param micros how long those took that were done
 */
record Stretch(int done, int failed, Duration took, Duration cpu, Histogram micros) {

  private static final double NANOS_A_MILLI = 1_000_000;

  /** Milliseconds of the servers' processor time for each that was done. */
  double cpuMillis() {
    return cpu.toNanos() / NANOS_A_MILLI / done;
  }
}
