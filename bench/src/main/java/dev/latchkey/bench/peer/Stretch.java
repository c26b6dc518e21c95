package dev.latchkey.bench.peer;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A while of one deed after the other.
 *
 * @param failed how many were not answered as they should be
 * @param cpu processor time of the servers meanwhile, by the name of each
 * @param compiling the part of it that went into compiling Java
 * @param micros how long each of the others took
 */
record Stretch(
    int failed, Duration took, Map<String, Duration> cpu, Duration compiling, Histogram micros) {

  private static final double NANOS_A_MILLI = 1_000_000;

  /** How many were answered as they should be. */
  long done() {
    return micros.getTotalCount();
  }

  /** Milliseconds of the servers' processor time for each that was done. */
  double cpuMillis() {
    return allCpu().toNanos() / NANOS_A_MILLI / done();
  }

  /** Of all servers together. */
  Duration allCpu() {
    return cpu.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
