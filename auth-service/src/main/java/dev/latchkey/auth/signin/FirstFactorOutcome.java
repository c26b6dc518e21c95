package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of showing the first factor alone. */
public sealed interface FirstFactorOutcome {

  /**
   * It was right.
   *
   * @param account as it was read with the password's hash: its epoch counts, not a later one
   * @param challenge id of the sign-in that waits; null when the password itself was shown
   */
  record Shown(Account account, @Nullable String challenge) implements FirstFactorOutcome {}

  /** Wrong password, or no such account: nobody is told which. */
  record WrongCredentials() implements FirstFactorOutcome {}

  /** The password is right, but the address was not verified yet. */
  record VerificationNeeded() implements FirstFactorOutcome {}

  /** Too many attempts. */
  record Locked(Duration retryAfter) implements FirstFactorOutcome {}

  /** The challenge is unknown, too old, used up, or of an older epoch. */
  record ChallengeOver() implements FirstFactorOutcome {}
}
