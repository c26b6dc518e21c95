package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.auth.AuthService;
import dev.latchkey.mfa.totp.TotpFactors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Lets somebody at an account's codes: who has shown the second factor, under the account's epoch
 * of this moment. A change of the account that comes after this look is as if it had come after the
 * whole request, as it leaves recovery codes as they are; but for switching off and on again, which
 * begins a new time for codes. So the deed is told of which time it may look at the codes.
 */
@ApplicationScoped
class RecoveryCodeAccess {

  private final TotpFactors factors;
  private final AuthService auth;

  RecoveryCodeAccess(TotpFactors factors, @RestClient AuthService auth) {
    this.factors = factors;
    this.auth = auth;
  }

  /** Does the deed, given the event that switched two-factor on, or refuses. */
  Uni<RecoveryCodesOutcome> allow(
      AskForCodes ask, Function<EventId, Uni<RecoveryCodesOutcome>> deed) {
    return factors
        .inUse(ask.account())
        .chain(factor -> {
          if (factor == null) {
            return answer(new RecoveryCodesOutcome.NotOn());
          }
          return ask.factorShown()
              ? inEpoch(ask, () -> deed.apply(factor.switchedOnBy()))
              : answer(new RecoveryCodesOutcome.FactorNeeded());
        });
  }

  /**
   * Whether two-factor is on still, or again: to be asked in the transaction of the deed.
   *
   * @param switchedOn what {@link #allow} has said
   */
  Uni<Boolean> holds(AskForCodes ask, EventId switchedOn) {
    return factors
        .inUse(ask.account())
        .map(factor -> factor != null && factor.switchedOnBy().equals(switchedOn));
  }

  private Uni<RecoveryCodesOutcome> inEpoch(
      AskForCodes ask, Supplier<Uni<RecoveryCodesOutcome>> deed) {
    return auth.epoch(ask.account())
        .chain(current ->
            current.epoch() == ask.epoch()
                ? deed.get()
                : answer(new RecoveryCodesOutcome.AccountChanged()));
  }

  private static Uni<RecoveryCodesOutcome> answer(RecoveryCodesOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
