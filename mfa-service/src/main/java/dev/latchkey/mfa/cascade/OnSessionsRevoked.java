package dev.latchkey.mfa.cascade;

import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A cascade ran: rings for whoever waits for it. To ring twice does nothing, so no inbox. */
@ApplicationScoped
public class OnSessionsRevoked {

  private final CascadeSignals signals;

  OnSessionsRevoked(CascadeSignals signals) {
    this.signals = signals;
  }

  /** Acts on the fact. */
  @WithTransaction
  public Uni<Void> hear(SessionsRevoked fact) {
    var cause = fact.causedBy();
    return cause == null ? Uni.createFrom().voidItem() : signals.ring(cause);
  }
}
