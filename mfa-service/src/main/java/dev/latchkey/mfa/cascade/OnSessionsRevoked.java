package dev.latchkey.mfa.cascade;

import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A cascade ran: if a change of the second factor caused it, that stands. To do so twice does
 * nothing, so no inbox.
 */
@ApplicationScoped
public class OnSessionsRevoked {

  private final FactorChanges changes;

  OnSessionsRevoked(FactorChanges changes) {
    this.changes = changes;
  }

  /** Acts on the fact. */
  @WithTransaction
  public Uni<Void> hear(SessionsRevoked fact) {
    var cause = fact.causedBy();
    return cause == null ? Uni.createFrom().voidItem() : changes.settle(fact.account(), cause);
  }
}
