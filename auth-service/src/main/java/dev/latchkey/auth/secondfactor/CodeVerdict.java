package dev.latchkey.auth.secondfactor;

import dev.latchkey.contracts.identity.Proof;
import java.time.Duration;

/** What mfa-service says of a code. */
public sealed interface CodeVerdict {

  /** It was right, and is spent now. */
  record Passed(Proof proof) implements CodeVerdict {}

  /** Wrong, expired or used before: nobody is told which. */
  record Wrong() implements CodeVerdict {}

  /** Too many were wrong: not looked at. */
  record Locked(Duration retryAfter) implements CodeVerdict {}

  /** The account has no second factor: there was nothing to check it against. */
  record NotEnrolled() implements CodeVerdict {}
}
