package dev.latchkey.local.launcher.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which part keeps dying: six times within a minute. Each is counted for itself, so that parts that
 * die now and then, as when somebody tries what comes of it, do not stop the platform for one
 * another; one that cannot stay up still does.
 */
final class Deaths {

  private static final int MOST = 5;
  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private final Map<String, Deque<Long>> ofPart = new HashMap<>();

  /**
   * Nobody has died yet.
   *
   * @param nanoTime a clock that never goes back, as {@link System#nanoTime}
   */
  Deaths(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes one more; true when that part has died too often to be started again. */
  boolean tooOften(String part) {
    long now = nanoTime.getAsLong();
    var deaths = ofPart.computeIfAbsent(part, name -> new ArrayDeque<>());
    deaths.add(now);
    deaths.removeIf(death -> now - death > WINDOW_NANOS);
    return deaths.size() > MOST;
  }
}
