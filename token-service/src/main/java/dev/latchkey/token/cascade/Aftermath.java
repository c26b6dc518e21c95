package dev.latchkey.token.cascade;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.account.ReplacedApiKeys;
import dev.latchkey.token.authorization.Ending;
import dev.latchkey.token.client.Clients;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Lets a change to an account take effect here, once. */
@ApplicationScoped
class Aftermath {

  private final Inbox inbox;
  private final AccountEpochs epochs;
  private final ReplacedApiKeys replacedKeys;
  private final Ending ending;
  private final Clients clients;
  private final Clock clock;

  Aftermath(
      Inbox inbox,
      AccountEpochs epochs,
      ReplacedApiKeys replacedKeys,
      Ending ending,
      Clients clients,
      Clock clock) {
    this.inbox = inbox;
    this.epochs = epochs;
    this.replacedKeys = replacedKeys;
    this.ending = ending;
    this.clients = clients;
    this.clock = clock;
  }

  /** Raises the epoch, then ends what the change ends; nothing when the event was heard before. */
  @WithTransaction
  Uni<Void> settle(EventId event, Consequence consequence) {
    return inbox.once(event, () -> effect(consequence)).replaceWithVoid();
  }

  private Uni<Void> effect(Consequence consequence) {
    return epochs
        .hold(consequence.account(), consequence.epoch())
        .chain(() -> remember(consequence))
        .chain(() -> endAll(consequence))
        .chain(
            () -> consequence.closes() ? removeClients(consequence) : Uni.createFrom().voidItem());
  }

  private Uni<Void> remember(Consequence consequence) {
    var replaced = consequence.replacedKey();
    return replaced == null
        ? Uni.createFrom().voidItem()
        : replacedKeys.remember(replaced, clock.instant());
  }

  /** What these were given by others is swept: it is under the locks of other accounts. */
  private Uni<Void> removeClients(Consequence consequence) {
    return clients.removeAllOf(consequence.account(), clock.instant()).replaceWithVoid();
  }

  private Uni<Void> endAll(Consequence consequence) {
    return Multi.createFrom()
        .iterable(consequence.ends())
        .onItem()
        .transformToUniAndConcatenate(
            which -> ending.end(consequence.account(), which, consequence.origin()))
        .onItem()
        .ignoreAsUni();
  }
}
