package dev.latchkey.kit.budget;

/**
 * What is known of one key's attempts. Times are milliseconds since 1970 by the clock of Redis.
 *
 * @param taken attempts of the window
 * @param started when the window began
 * @param ends when the next one may begin; later than usual once the window is used up
 * @param level how many windows were used up before this one
 * @param levelUntil when those are forgotten
 */
record Tally(int taken, long started, long ends, int level, long levelUntil) {

  /** Nobody tried yet. */
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);
}
