package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.auth.AuthService;
import dev.latchkey.mfa.totp.TotpFactors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Lets somebody at an account's phone: who has shown the second factor, under the account's epoch
 * of this moment. Switching two-factor off and on again begins a new time, with no phone; so the
 * deed is told of which time it may change the phone.
 */
@ApplicationScoped
class PhoneAccess {

  private final TotpFactors factors;
  private final AuthService auth;

  PhoneAccess(TotpFactors factors, @RestClient AuthService auth) {
    this.factors = factors;
    this.auth = auth;
  }

  /** Does the deed, given the event that switched two-factor on, or refuses. */
  Uni<PhoneOutcome> allow(ChangePhone ask, Function<EventId, Uni<PhoneOutcome>> deed) {
    return factors
        .inUse(ask.account())
        .chain(factor -> {
          if (factor == null) {
            return answer(new PhoneOutcome.NotOn());
          }
          return ask.factorShown()
              ? inEpoch(ask, () -> deed.apply(factor.switchedOnBy()))
              : answer(new PhoneOutcome.FactorNeeded());
        });
  }

  /**
   * Holds the account's factor for the transaction of the deed: whether two-factor is on still.
   *
   * @param switchedOn what {@link #allow} has said
   */
  Uni<Boolean> hold(ChangePhone ask, EventId switchedOn) {
    return factors
        .hold(ask.account())
        .chain(() -> factors.inUse(ask.account()))
        .map(factor -> factor != null && factor.switchedOnBy().equals(switchedOn));
  }

  private Uni<PhoneOutcome> inEpoch(ChangePhone ask, Supplier<Uni<PhoneOutcome>> deed) {
    return auth.epoch(ask.account())
        .chain(current ->
            current.epoch() == ask.epoch()
                ? deed.get()
                : answer(new PhoneOutcome.AccountChanged()));
  }

  private static Uni<PhoneOutcome> answer(PhoneOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
