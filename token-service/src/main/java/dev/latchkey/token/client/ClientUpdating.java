package dev.latchkey.token.client;

import dev.latchkey.contracts.event.ClientEvent.ClientUpdated;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.client.ClientOutcome.Done;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Changes a client's name or address. Codes for the old address are then worth nothing. */
@ApplicationScoped
class ClientUpdating {

  private final OwnersLock lock;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final Clock clock;

  ClientUpdating(OwnersLock lock, Outbox outbox, OriginSeal origins, Clock clock) {
    this.lock = lock;
    this.outbox = outbox;
    this.origins = origins;
    this.clock = clock;
  }

  /** Null leaves what it is. */
  @WithTransaction
  Uni<ClientOutcome> update(
      ClientOwner owner, ClientId id, @Nullable ClientName name, @Nullable RedirectUri redirect) {
    var origin = origins.seal(owner.account(), owner.origin());
    return lock.within(owner, id, client -> change(client, name, redirect, origin));
  }

  private Uni<ClientOutcome> change(
      Client client, @Nullable ClientName name, @Nullable RedirectUri redirect, String origin) {
    boolean renamed = name != null && !name.text().equals(client.name);
    boolean redirected = redirect != null && !redirect.text().equals(client.redirectUri);
    if (!renamed && !redirected) {
      return Uni.createFrom().item(new Done(client, null));
    }
    client.name = name == null ? client.name : name.text();
    client.redirectUri = redirect == null ? client.redirectUri : redirect.text();
    client.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return outbox
        .append(
            new ClientUpdated(client.account(), client.updatedAt, client.id(), redirected, origin))
        .map(event -> new Done(client, null));
  }
}
