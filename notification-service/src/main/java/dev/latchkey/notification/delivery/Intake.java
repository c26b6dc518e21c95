package dev.latchkey.notification.delivery;

import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.kit.sealing.MessageSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Takes a request for a message in, once an event; it is sent after the commit. */
@ApplicationScoped
class Intake {

  private final Inbox inbox;
  private final Deliveries deliveries;
  private final MessageSeal seal;
  private final Clock clock;

  Intake(Inbox inbox, Deliveries deliveries, MessageSeal seal, Clock clock) {
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.seal = seal;
    this.clock = clock;
  }

  /** Fails when the message was not sealed by us or is of an unknown kind: a dead letter. */
  @WithTransaction
  Uni<Void> take(EventId event, MessageRequested asked) {
    // What can't be opened now can't be sent later either.
    var channel = Channel.of(seal.open(asked.message(), asked.sealed()));
    return inbox
        .once(event, () -> deliveries.ask(new Delivery(asked, channel, clock.instant())))
        .replaceWithVoid();
  }
}
