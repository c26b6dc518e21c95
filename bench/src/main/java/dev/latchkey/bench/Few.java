package dev.latchkey.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Does something many times before a measurement, a few at once: more fill the hashing queue. */
public final class Few {

  private static final int AT_ONCE = 2;

  private Few() {}

  /**
   * What each gave.
   *
   * @param what they are, in the plural, for whoever waits
   */
  public static <T> List<T> of(int times, String what, Callable<T> one)
      throws InterruptedException, ExecutionException {
    try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
      var coming = Stream.generate(() -> hands.submit(one)).limit(times).toList();
      var there = new ArrayList<T>();
      for (Future<T> each : coming) {
        there.add(each.get());
        System.err.printf("\r%d of %d %s ", there.size(), times, what);
      }
      System.err.println();
      return there;
    }
  }
}
