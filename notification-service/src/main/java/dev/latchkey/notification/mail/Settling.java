package dev.latchkey.notification.mail;

import dev.latchkey.contracts.event.DeliveryEvent;
import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.notification.mail.Sending.Deferred;
import dev.latchkey.notification.mail.Sending.Refused;
import dev.latchkey.notification.mail.Sending.Taken;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Notes what became of a try, and tells it when that is final. */
@ApplicationScoped
class Settling {

  private final Deliveries deliveries;
  private final Outbox outbox;
  private final Clock clock;

  Settling(Deliveries deliveries, Outbox outbox, Clock clock) {
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Does nothing when the claim lapsed meanwhile: then somebody else settles. */
  @WithTransaction
  Uni<Void> settle(Delivery claimed, Sending result) {
    var now = clock.instant();
    return switch (result) {
      case Taken taken ->
          deliveries
              .sent(claimed, now)
              .chain(done ->
                  tell(
                      claimed,
                      done,
                      new MessageDelivered(claimed.account(), now, claimed.message())));
      case Refused refused ->
          deliveries
              .failed(claimed, refused.reason(), now)
              .chain(done -> tell(claimed, done, failed(claimed, now, refused.reason())));
      case Deferred deferred -> deliveries.postpone(claimed, next(claimed, now)).replaceWithVoid();
    };
  }

  /** Not after it is worthless: that it failed should be known then, not a minute later. */
  private static Instant next(Delivery claimed, Instant now) {
    var next = now.plus(Backoff.after(claimed.attempts));
    return next.isAfter(claimed.sendUntil) ? claimed.sendUntil : next;
  }

  private static MessageFailed failed(Delivery claimed, Instant now, String reason) {
    return new MessageFailed(claimed.account(), now, claimed.message(), reason);
  }

  /** Nobody waits to hear of a notice. */
  private Uni<Void> tell(Delivery claimed, boolean settled, DeliveryEvent fact) {
    return settled && !claimed.isNotice()
        ? outbox.append(fact).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }
}
