package dev.latchkey.kit.testkit;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of every service under test: runs like the real one until a test moves it. Inject it
 * and {@link #reset} it after a test.
 */
@Singleton
@Alternative
@Priority(1)
public class MovableClock extends Clock {

  private static final Clock REAL = Clock.systemUTC();

  private Clock clock = REAL;

  /** Puts it forward; it runs on, or stands, as before. */
  public synchronized void advance(Duration step) {
    clock = Clock.offset(clock, step);
  }

  /** Stops it at a moment. */
  public synchronized void set(Instant moment) {
    clock = Clock.fixed(moment, ZoneOffset.UTC);
  }

  /** Back to the real time. */
  public synchronized void reset() {
    clock = REAL;
  }

  @Override
  public synchronized Instant instant() {
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("time here is UTC");
  }
}
