package dev.latchkey.token.client;

import dev.latchkey.contracts.event.ClientEvent.ClientRegistered;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.client.ClientOutcome.Done;
import dev.latchkey.token.client.ClientOutcome.TooMany;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Registers an application. */
@ApplicationScoped
class Registration {

  private final OwnersLock lock;
  private final Clients clients;
  private final ClientSecrets secrets;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final RandomIds ids;
  private final Clock clock;
  private final ClientConfig config;

  Registration(
      OwnersLock lock,
      Clients clients,
      ClientSecrets secrets,
      Outbox outbox,
      OriginSeal origins,
      RandomIds ids,
      Clock clock,
      ClientConfig config) {
    this.lock = lock;
    this.clients = clients;
    this.secrets = secrets;
    this.outbox = outbox;
    this.origins = origins;
    this.ids = ids;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Registers it, with a secret unless it is public.
   *
   * @param hidden true for a client that can keep a secret
   */
  @WithTransaction
  Uni<ClientOutcome> register(
      ClientOwner owner, ClientName name, RedirectUri redirect, boolean hidden) {
    return lock.within(
        owner,
        () ->
            clients
                .countOf(owner.account())
                .chain(count ->
                    count < config.mostPerAccount()
                        ? add(owner, client(owner, name, redirect), hidden)
                        : Uni.createFrom().item(new TooMany(config.mostPerAccount()))));
  }

  private Client client(ClientOwner owner, ClientName name, RedirectUri redirect) {
    var client = new Client();
    client.id = ids.next();
    client.account = owner.account().value();
    client.name = name.text();
    client.redirectUri = redirect.text();
    client.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    client.updatedAt = client.createdAt;
    return client;
  }

  private Uni<ClientOutcome> add(ClientOwner owner, Client client, boolean hidden) {
    @Nullable OpaqueToken secret = hidden ? secrets.give(client) : null;
    var origin = origins.seal(owner.account(), owner.origin());
    return clients
        .persist(client)
        .chain(() ->
            outbox.append(
                new ClientRegistered(owner.account(), client.createdAt, client.id(), origin)))
        .map(event -> new Done(client, secret));
  }
}
