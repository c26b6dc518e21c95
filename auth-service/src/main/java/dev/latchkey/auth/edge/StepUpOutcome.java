package dev.latchkey.auth.edge;

import dev.latchkey.kit.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of the proofs beside a credential. */
sealed interface StepUpOutcome {

  /**
   * Everything that is asked for was shown.
   *
   * @param passwordAt when the password was shown in this request; null for not at all
   * @param factorAt when a second factor was last shown, now or before; null for never
   * @param twoFactor whether the account has a second factor
   * @param qualified whether this request may switch it off
   */
  record Shown(
      @Nullable Instant passwordAt,
      @Nullable Instant factorAt,
      boolean twoFactor,
      boolean qualified)
      implements StepUpOutcome {}

  /** Something is missing or wrong. */
  record Refused(Problem problem) implements StepUpOutcome {}
}
