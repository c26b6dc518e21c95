package dev.latchkey.mfa.cascade;

import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A change was refused: takes it back, if whoever made it did not live to do so. To do so twice
 * does nothing, so no inbox.
 */
@ApplicationScoped
public class OnMfaChangeRefused {

  private final FactorChanges changes;

  OnMfaChangeRefused(FactorChanges changes) {
    this.changes = changes;
  }

  /** Acts on the fact. */
  public Uni<Void> hear(MfaChangeRefused fact) {
    return changes.undo(fact.account(), fact.causedBy());
  }
}
