package dev.latchkey.bench.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** All stretches of one system in one scenario. */
final class Tally {

  private static final int DIGITS = 3;
  private static final double MICROS_A_MILLI = 1000;
  private static final double MILLIS_A_SECOND = 1000;
  private static final double NANOS_A_SECOND = 1e9;
  private static final double NANOS_A_MILLI = 1e6;
  private static final double PER_CENT = 100;
  private static final double MEDIAN = 50;
  private static final double LATE = 99;

  private final List<Stretch> stretches = new ArrayList<>();

  void add(Stretch stretch) {
    stretches.add(stretch);
  }

  /** Milliseconds of processor time an operation, stretch by stretch. */
  double cpuMillis(int stretch) {
    return stretches.get(stretch).cpuMillis();
  }

  int size() {
    return stretches.size();
  }

  int failed() {
    return stretches.stream().mapToInt(Stretch::failed).sum();
  }

  /**
   * Cells of a table: operations a second, p50, p99, processor time each, its part for compiling.
   */
  String cells() {
    var micros = new Histogram(DIGITS);
    stretches.forEach(stretch -> micros.add(stretch.micros()));
    long done = micros.getTotalCount();
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %.1f | %.2f | %.0f %%",
        done / seconds(Stretch::took),
        micros.getValueAtPercentile(MEDIAN) / MICROS_A_MILLI,
        micros.getValueAtPercentile(LATE) / MICROS_A_MILLI,
        seconds(Stretch::allCpu) * MILLIS_A_SECOND / done,
        PER_CENT * seconds(Stretch::compiling) / seconds(Stretch::allCpu));
  }

  /** Milliseconds of processor time an operation by server, the most expensive first. */
  String parts() {
    long done = stretches.stream().mapToLong(Stretch::done).sum();
    var cpu = new HashMap<String, Duration>();
    stretches.forEach(stretch ->
        stretch.cpu().forEach((server, used) -> cpu.merge(server, used, Duration::plus)));
    return cpu.entrySet().stream()
        .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
        .map(part -> part(part.getKey(), part.getValue().toNanos() / NANOS_A_MILLI / done))
        .collect(Collectors.joining(", "));
  }

  private static String part(String server, double millis) {
    return String.format(Locale.ROOT, "%s %.2f", server, millis);
  }

  private double seconds(Function<Stretch, Duration> what) {
    return stretches.stream().map(what).mapToLong(Duration::toNanos).sum() / NANOS_A_SECOND;
  }
}
