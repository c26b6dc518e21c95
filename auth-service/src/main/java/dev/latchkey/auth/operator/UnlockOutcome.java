package dev.latchkey.auth.operator;

import java.time.Duration;

/** What came of forgetting failed passwords. */
sealed interface UnlockOutcome {

  /** They can be tried again. */
  record Done() implements UnlockOutcome {}

  /** It was done too often of late. */
  record TooOften(Duration retryAfter) implements UnlockOutcome {}

  /** There is no such account. */
  record NoAccount() implements UnlockOutcome {}
}
