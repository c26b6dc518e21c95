package dev.latchkey.kit.budget;

import java.time.Duration;

/**
 * How often something may be tried.
 *
 * @param name names the counter in Redis, PostgreSQL and metrics; never rename one in use
 * @param attempts how many in one window
 * @param window starts with its first attempt
 * @param longestDelay what the wait grows to: each window that is used up doubles it, until a
 *     success or a day without one
 */
public record Limit(String name, int attempts, Duration window, Duration longestDelay) {

  public Limit {
    if (name.isBlank() || attempts < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("a limit has a name, attempts and a window");
    }
    if (longestDelay.compareTo(window) < 0) {
      throw new IllegalArgumentException("the longest delay is at least the window");
    }
  }
}
