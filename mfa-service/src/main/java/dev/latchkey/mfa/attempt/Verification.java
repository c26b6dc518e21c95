package dev.latchkey.mfa.attempt;

import dev.latchkey.contracts.identity.Proof;
import java.time.Duration;

/** What came of a code. */
public sealed interface Verification {

  /** It was right, and is spent. */
  record Passed(Proof proof) implements Verification {}

  /** It was wrong, expired, used before or no code at all: nobody is told which. */
  record Wrong() implements Verification {}

  /** It was not looked at: too many failures. */
  record Locked(Duration retryAfter) implements Verification {}

  /** The account has no second factor. */
  record NotEnrolled() implements Verification {}
}
