package dev.latchkey.token.cascade;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.account.ReplacedApiKeys;
import dev.latchkey.token.authorization.Ending;
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
  private final Clock clock;

  Aftermath(
      Inbox inbox, AccountEpochs epochs, ReplacedApiKeys replacedKeys, Ending ending, Clock clock) {
    this.inbox = inbox;
    this.epochs = epochs;
    this.replacedKeys = replacedKeys;
    this.ending = ending;
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
        .chain(() -> endAll(consequence));
  }

  private Uni<Void> remember(Consequence consequence) {
    var replaced = consequence.replacedKey();
    return replaced == null
        ? Uni.createFrom().voidItem()
        : replacedKeys.remember(replaced, clock.instant());
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
