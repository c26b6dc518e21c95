package dev.latchkey.notification.delivery;

import dev.latchkey.contracts.event.DeliveryEvent;
import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.notification.delivery.Sending.Deferred;
import dev.latchkey.notification.delivery.Sending.Refused;
import dev.latchkey.notification.delivery.Sending.Taken;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Notes what became of a try, and tells it when that is final. */
@ApplicationScoped
class Settling {

  private final Deliveries deliveries;
  private final Outbox outbox;
  private final Clock clock;
  private final RandomGenerator chance;

  Settling(Deliveries deliveries, Outbox outbox, Clock clock, SecureRandom chance) {
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.clock = clock;
    this.chance = chance;
  }

  /** Does nothing when the claim lapsed meanwhile: then somebody else settles. */
  @WithTransaction
  Uni<Void> settle(Delivery claimed, Sending result) {
    var now = clock.instant();
    return switch (result) {
      case Taken taken ->
          deliveries
              .sent(claimed, taken.providerId(), now)
              .chain(done -> tell(claimed, done && arrived(claimed), delivered(claimed, now)));
      case Refused refused ->
          deliveries
              .failed(claimed, refused.reason(), now)
              .chain(done -> tell(claimed, done, failed(claimed, now, refused.reason())));
      case Deferred deferred ->
          deliveries
              .postpone(claimed, next(claimed, deferred, now), deferred.inDoubt())
              .replaceWithVoid();
    };
  }

  /**
   * Notes what the network tells of an SMS. Does nothing when that is no news: the same twice, less
   * than is known already, or of another SMS than ours.
   */
  @WithTransaction
  Uni<Optional<Delivery>> settle(MessageId message, String providerId, Report report) {
    var now = clock.instant();
    return switch (report) {
      case Report.OnItsWay onItsWay -> deliveries.report(message, providerId, "sent", null, now);
      case Report.Arrived arrived ->
          deliveries
              .report(message, providerId, "delivered", null, now)
              .call(found -> tell(found, one -> delivered(one, now)));
      case Report.Lost lost ->
          deliveries
              .report(message, providerId, "failed", lost.reason(), now)
              .call(found -> tell(found, one -> failed(one, now, lost.reason())));
    };
  }

  /** A mail is its receiver's once it was taken; a phone has an SMS when the network says so. */
  private static boolean arrived(Delivery claimed) {
    return claimed.channel() == Channel.MAIL;
  }

  /** Not after it is worthless: that it failed should be known then, not a minute later. */
  private Instant next(Delivery claimed, Deferred deferred, Instant now) {
    var usual = Backoff.after(claimed.attempts, chance);
    var wait = usual.compareTo(deferred.atLeast()) > 0 ? usual : deferred.atLeast();
    var next = now.plus(wait);
    return next.isAfter(claimed.sendUntil) ? claimed.sendUntil : next;
  }

  private static MessageDelivered delivered(Delivery delivery, Instant now) {
    return new MessageDelivered(delivery.account(), now, delivery.message());
  }

  private static MessageFailed failed(Delivery claimed, Instant now, String reason) {
    return new MessageFailed(claimed.account(), now, claimed.message(), reason);
  }

  private Uni<Void> tell(Optional<Delivery> news, Function<Delivery, DeliveryEvent> fact) {
    return news.map(delivery -> tell(delivery, true, fact.apply(delivery)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** Nobody waits to hear of a notice. */
  private Uni<Void> tell(Delivery claimed, boolean settled, DeliveryEvent fact) {
    return settled && !claimed.isNotice()
        ? outbox.append(fact).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }
}
