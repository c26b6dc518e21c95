package dev.latchkey.token.minting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a new authorization ends. Null stands for never. */
final class Lifetime {

  /** More than this is taken for a mistake: leave the expiry out instead. */
  static final Duration LONGEST = Duration.ofDays(3650);

  private Lifetime() {}

  /** The end that was asked for. */
  static @Nullable Instant end(Instant now, @Nullable Duration asked) {
    return asked == null ? null : now.plus(asked);
  }

  /**
   * A child's end: not after its parent's. It is clamped and not refused, because the command line
   * always asks for 30 days.
   */
  static @Nullable Instant clamp(@Nullable Instant end, @Nullable Instant parentsEnd) {
    if (end == null || parentsEnd == null) {
      return end == null ? parentsEnd : end;
    }
    return parentsEnd.isBefore(end) ? parentsEnd : end;
  }

  /** A sign-in always ends: after the time asked for, and no later than after the longest one. */
  static Duration ofSignIn(@Nullable Duration asked, Duration longest) {
    return asked == null || asked.compareTo(longest) > 0 ? longest : asked;
  }
}
