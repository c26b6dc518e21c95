package dev.latchkey.mfa.totp;

import java.time.Instant;

/** The number of a 30-second step since 1970 (RFC 6238 section 4.2: X = 30, T0 = 0). */
public record TimeStep(long number) implements Comparable<TimeStep> {

  /** Before all others: nothing was spent yet. */
  public static final TimeStep NEVER = new TimeStep(-1);

  static final int SECONDS = 30;

  /** The step that a moment is in, by the server's clock; a client's is never asked. */
  public static TimeStep at(Instant moment) {
    return new TimeStep(Math.floorDiv(moment.getEpochSecond(), SECONDS));
  }

  TimeStep plus(int steps) {
    return new TimeStep(number + steps);
  }

  @Override
  public int compareTo(TimeStep other) {
    return Long.compare(number, other.number);
  }
}
