package dev.latchkey.mfa.enrolment;

import dev.latchkey.mfa.totp.TotpSecret;
import java.time.Duration;

/** What came of beginning an enrolment. */
sealed interface EnrolmentOutcome {

  /** Show this to the person; it is shown once. */
  record Begun(TotpSecret secret, String uri, Duration lasts) implements EnrolmentOutcome {
    @Override
    public String toString() {
      return "Begun[redacted]";
    }
  }

  /** The account has a factor, and who replaces it must show it. */
  record FactorNeeded() implements EnrolmentOutcome {}
}
