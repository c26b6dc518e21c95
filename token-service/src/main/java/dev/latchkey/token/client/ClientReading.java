package dev.latchkey.token.client;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.ClientId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks clients up. */
@ApplicationScoped
@WithSession
class ClientReading {

  private final Clients clients;

  ClientReading(Clients clients) {
    this.clients = clients;
  }

  Uni<List<Client>> of(AccountId account) {
    return clients.of(account);
  }

  /** Anybody's: who is asked to let an application in wants to see which one it is. */
  Uni<Optional<Client>> one(ClientId id) {
    return clients.live(id);
  }
}
