package dev.latchkey.bench;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Times of one thing that was done many times, by several threads. */
public final class Figures {

  private static final int DIGITS = 3;
  private static final double MICROS_A_MILLI = 1000;

  private final String name;
  private final Histogram micros = new Histogram(DIGITS);

  public Figures(String name) {
    this.name = name;
  }

  /** Adds one; below zero counts as none. */
  public synchronized void add(Duration time) {
    micros.recordValue(Math.max(0, time.toNanos() / 1000));
  }

  public static String head() {
    return "%-38s %7s %9s %9s %9s".formatted("", "samples", "p50 ms", "p99 ms", "max ms");
  }

  /** One line of a table. */
  @Override
  public synchronized String toString() {
    return String.format(
        Locale.ROOT,
        "%-38s %7d %9.1f %9.1f %9.1f",
        name,
        micros.getTotalCount(),
        millis(micros.getValueAtPercentile(50)),
        millis(micros.getValueAtPercentile(99)),
        millis(micros.getMaxValue()));
  }

  private static double millis(long value) {
    return value / MICROS_A_MILLI;
  }
}
