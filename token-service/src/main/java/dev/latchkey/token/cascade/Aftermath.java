package dev.latchkey.token.cascade;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Ending;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a change to an account take effect here, once. */
@ApplicationScoped
class Aftermath {

  private final Inbox inbox;
  private final AccountEpochs epochs;
  private final Ending ending;

  Aftermath(Inbox inbox, AccountEpochs epochs, Ending ending) {
    this.inbox = inbox;
    this.epochs = epochs;
    this.ending = ending;
  }

  /** Raises the epoch, then ends what the change ends; nothing when the event was heard before. */
  @WithTransaction
  Uni<Void> settle(EventId event, Consequence consequence) {
    return inbox.once(event, () -> effect(consequence)).replaceWithVoid();
  }

  private Uni<Void> effect(Consequence consequence) {
    return epochs.hold(consequence.account(), consequence.epoch()).chain(() -> endAll(consequence));
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
