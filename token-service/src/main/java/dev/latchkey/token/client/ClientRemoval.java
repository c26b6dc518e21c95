package dev.latchkey.token.client;

import dev.latchkey.contracts.event.ClientEvent.ClientRemoved;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.client.ClientOutcome.Done;
import dev.latchkey.token.eviction.ClientEviction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Removes a client. With the commit it gets no token any more; what it has ends right after. */
@ApplicationScoped
class ClientRemoval {

  private final Marking marking;
  private final ClientEviction eviction;

  ClientRemoval(Marking marking, ClientEviction eviction) {
    this.marking = marking;
    this.eviction = eviction;
  }

  Uni<ClientOutcome> remove(ClientOwner owner, ClientId id) {
    return marking
        .mark(owner, id)
        .call(
            outcome -> outcome instanceof Done ? eviction.evict(id) : Uni.createFrom().voidItem());
  }

  /** A transaction of its own: each of the many accounts that let the client in has another. */
  @ApplicationScoped
  static class Marking {

    private final OwnersLock lock;
    private final Outbox outbox;
    private final OriginSeal origins;
    private final Clock clock;

    Marking(OwnersLock lock, Outbox outbox, OriginSeal origins, Clock clock) {
      this.lock = lock;
      this.outbox = outbox;
      this.origins = origins;
      this.clock = clock;
    }

    @WithTransaction
    Uni<ClientOutcome> mark(ClientOwner owner, ClientId id) {
      var origin = origins.seal(owner.account(), owner.origin());
      return lock.within(owner, id, client -> remove(client, origin));
    }

    private Uni<ClientOutcome> remove(Client client, String origin) {
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      client.removedAt = now;
      return outbox
          .append(new ClientRemoved(client.account(), now, client.id(), origin))
          .map(event -> new Done(client, null));
    }
  }
}
