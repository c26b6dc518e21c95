package dev.latchkey.e2e.attack;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What became of many calls. */
record Samples(List<Sample> all) {

  /** The status of a call that was not answered at all. */
  static final int NO_ANSWER = 0;

  private static final int SERVER_ERROR = 500;

  /**
   * One call.
   *
   * @param at when it was sent, by {@link System#nanoTime}
   */
  record Sample(String kind, int status, long at, Duration took) {

    /** True when it got no decision at all. */
    boolean failed() {
      return status == NO_ANSWER || status >= SERVER_ERROR;
    }
  }

  Samples {
    all = all.stream().sorted(Comparator.comparingLong(Sample::at)).toList();
  }

  Samples of(String kind) {
    return that(sample -> sample.kind().equals(kind));
  }

  Samples since(long moment) {
    return that(sample -> sample.at() >= moment);
  }

  Samples that(Predicate<Sample> condition) {
    return new Samples(all.stream().filter(condition).toList());
  }

  int size() {
    return all.size();
  }

  /** How often each status came. */
  Map<Integer, Long> statuses() {
    return all.stream()
        .collect(Collectors.groupingBy(Sample::status, TreeMap::new, Collectors.counting()));
  }

  /** From the first call that got no decision to the last one. */
  Duration outage() {
    var failed = that(Sample::failed).all();
    return failed.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(failed.getLast().at() - failed.getFirst().at());
  }

  /** The share of calls that got no decision, from 0 to 1. */
  double errorRate() {
    return all.isEmpty() ? 0 : (double) that(Sample::failed).size() / size();
  }

  /** The time that so many of a hundred kept to; zero of nothing. */
  Duration percentile(int percent) {
    var times = all.stream().map(Sample::took).sorted().toList();
    return times.isEmpty()
        ? Duration.ZERO
        : times.get(Math.min(times.size() - 1, times.size() * percent / 100));
  }
}
