package dev.latchkey.token.client;

import dev.latchkey.contracts.event.ClientEvent.ClientSecretRotated;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.client.ClientOutcome.Done;
import dev.latchkey.token.client.ClientOutcome.NoSecret;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Gives a client another secret; the old one is dead with the commit. */
@ApplicationScoped
class SecretRotation {

  private final OwnersLock lock;
  private final ClientSecrets secrets;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final Clock clock;

  SecretRotation(
      OwnersLock lock, ClientSecrets secrets, Outbox outbox, OriginSeal origins, Clock clock) {
    this.lock = lock;
    this.secrets = secrets;
    this.outbox = outbox;
    this.origins = origins;
    this.clock = clock;
  }

  @WithTransaction
  Uni<ClientOutcome> rotate(ClientOwner owner, ClientId id) {
    var origin = origins.seal(owner.account(), owner.origin());
    return lock.within(
        owner,
        id,
        client ->
            client.isPublic() ? Uni.createFrom().item(new NoSecret()) : replace(client, origin));
  }

  private Uni<ClientOutcome> replace(Client client, String origin) {
    var secret = secrets.give(client);
    client.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return outbox
        .append(new ClientSecretRotated(client.account(), client.updatedAt, client.id(), origin))
        .map(event -> new Done(client, secret));
  }
}
