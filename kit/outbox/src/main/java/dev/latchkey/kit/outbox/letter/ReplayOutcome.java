package dev.latchkey.kit.outbox.letter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a replay went. */
sealed interface ReplayOutcome {

  /**
   * Each letter was dealt with.
   *
   * @param handled took effect, now or before
   * @param failed failed again, and are among the dead letters anew
   * @param left cannot be replayed
   * @param more whether there are others, which were not looked at
   */
  @Schema(name = "Replay")
  record Replayed(int handled, int failed, int left, boolean more) implements ReplayOutcome {}

  /** A server that the ear needs is away. What was dealt with before that stays so. */
  record Away() implements ReplayOutcome {}
}
