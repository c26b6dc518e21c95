package dev.latchkey.kit.budget;

import java.time.Duration;

/** The answer to "may I try?". */
public sealed interface Grant {

  /** Try; the attempt is counted already. {@code left} more may follow in this window. */
  record Granted(int left) implements Grant {}

  /**
   * Don't try before this time is over. Nothing was counted, unless Redis had forgotten some grants
   * and the floor alone refused: then this one was, too.
   */
  record Refused(Duration retryAfter) implements Grant {}
}
