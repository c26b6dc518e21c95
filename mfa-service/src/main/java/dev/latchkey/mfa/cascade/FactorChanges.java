package dev.latchkey.mfa.cascade;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What becomes of a change once auth-service has answered. Until then both sides of it are kept: a
 * password change that came between must not leave a thief's factor in place of the owner's.
 */
@ApplicationScoped
class FactorChanges {

  private final TotpFactors factors;

  FactorChanges(TotpFactors factors) {
    this.factors = factors;
  }

  /** The change stands: erases what it took out of use. */
  @WithTransaction
  Uni<Void> settle(EventId change) {
    return factors.erase(change).replaceWithVoid();
  }

  /** The change was refused: everything is as it was. */
  @WithTransaction
  Uni<Void> undo(EventId change) {
    return factors.remove(change).chain(() -> factors.restore(change)).replaceWithVoid();
  }
}
