package dev.latchkey.mfa.enrolment;

import dev.latchkey.mfa.totp.TotpFactors;
import dev.latchkey.mfa.totp.TotpSecret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Begins an enrolment. Nothing is switched on, and a factor in use goes on counting. */
@ApplicationScoped
class TotpEnrolment {

  private final TotpFactors factors;
  private final Enrolments enrolments;
  private final KeyUris uris;
  private final SecureRandom random;

  TotpEnrolment(TotpFactors factors, Enrolments enrolments, KeyUris uris, SecureRandom random) {
    this.factors = factors;
    this.enrolments = enrolments;
    this.uris = uris;
    this.random = random;
  }

  /** Whether a factor must be shown is decided here, where it is known, not by the identity. */
  Uni<EnrolmentOutcome> begin(BeginEnrolment command) {
    return factors
        .inUse(command.account())
        .chain(inUse ->
            inUse == null || command.factorShown()
                ? begun(command)
                : Uni.createFrom().item(new EnrolmentOutcome.FactorNeeded()));
  }

  private Uni<EnrolmentOutcome> begun(BeginEnrolment command) {
    var secret = TotpSecret.random(random);
    return uris.of(command.account(), secret)
        .call(() -> enrolments.begin(command, secret))
        .map(uri -> new EnrolmentOutcome.Begun(secret, uri, Enrolment.LIFETIME));
  }
}
