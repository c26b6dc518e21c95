package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.identity.OpaqueToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a sign-in. */
public sealed interface SignInOutcome {

  /**
   * Everything that is due was shown.
   *
   * @param epoch the account's epoch when the password was checked
   * @param secondFactor the factor that was shown; null when none is due
   */
  record Complete(Account account, int epoch, @Nullable Proof secondFactor, boolean knownDevice)
      implements SignInOutcome {

    /** All proofs, the password first. */
    public List<Proof> proofs() {
      var proofs = new ArrayList<Proof>(3);
      proofs.add(Proof.PASSWORD);
      if (secondFactor != null) {
        proofs.add(secondFactor);
      }
      if (knownDevice) {
        proofs.add(Proof.KNOWN_DEVICE);
      }
      return proofs;
    }
  }

  /**
   * The password was right, a second factor is due.
   *
   * @param methods what the account can answer with
   * @param challenge to answer without the password; null where none is made
   */
  record FactorDue(List<String> methods, @Nullable OpaqueToken challenge)
      implements SignInOutcome {}

  /** Wrong password, or no such account: nobody is told which. */
  record WrongCredentials() implements SignInOutcome {}

  /** The password is right, but the address was not verified yet. */
  record VerificationNeeded() implements SignInOutcome {}

  /** Wrong, expired or used code: nobody is told which. */
  record WrongCode() implements SignInOutcome {}

  /** Too many attempts. */
  record Locked(Duration retryAfter) implements SignInOutcome {}

  /** The challenge is unknown, too old, used up, or of an older epoch. */
  record ChallengeOver() implements SignInOutcome {}
}
