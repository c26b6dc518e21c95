package dev.latchkey.token.client;

import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.client.ClientOutcome.EpochPassed;
import dev.latchkey.token.client.ClientOutcome.Unknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets an owner act on clients, one change of an account at a time and in the current epoch. */
@ApplicationScoped
class OwnersLock {

  private final AccountEpochs epochs;
  private final Clients clients;

  OwnersLock(AccountEpochs epochs, Clients clients) {
    this.epochs = epochs;
    this.clients = clients;
  }

  /** Does it under the account's lock, unless the account's security has changed. */
  Uni<ClientOutcome> within(ClientOwner owner, Supplier<Uni<ClientOutcome>> deed) {
    return epochs
        .hold(owner.account(), owner.epoch())
        .chain(epoch ->
            epoch == owner.epoch() ? deed.get() : Uni.createFrom().item(new EpochPassed()));
  }

  /** The same with a client of the owner's. */
  Uni<ClientOutcome> within(
      ClientOwner owner, ClientId id, Function<Client, Uni<ClientOutcome>> deed) {
    return within(
        owner,
        () ->
            clients
                .live(owner.account(), id)
                .chain(found ->
                    found.map(deed).orElseGet(() -> Uni.createFrom().item(new Unknown()))));
  }
}
