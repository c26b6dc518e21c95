package dev.latchkey.mfa.sms;

import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.outbox.Ear;
import dev.latchkey.kit.outbox.Heard;
import dev.latchkey.kit.outbox.Hearing;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Hears {@code latchkey.delivery}, so that who waits for a code is told when none will come. To
 * note it twice changes nothing, so no inbox.
 */
@ApplicationScoped
class DeliveryEar implements Ear {

  private final Hearing hearing;
  private final SmsCodes codes;
  private final MeterRegistry meters;

  DeliveryEar(Hearing hearing, SmsCodes codes, MeterRegistry meters) {
    this.hearing = hearing;
    this.codes = codes;
    this.meters = meters;
  }

  @Incoming("delivery")
  Uni<Void> hear(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.DELIVERY);
  }

  @Override
  public Uni<Void> take(Heard<? extends Event> heard) {
    return switch (heard.fact()) {
      case MessageDelivered(_, _, var message) ->
          note(message, new SmsDelivery(SmsDelivery.DELIVERED, null));
      case MessageFailed(_, _, var message, var reason) ->
          note(message, new SmsDelivery(SmsDelivery.NOT_DELIVERED, reason));
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> note(MessageId message, SmsDelivery delivery) {
    return codes
        .note(message, delivery)
        .invoke(ours -> {
          if (ours) {
            meters.counter("latchkey.sms.deliveries", "outcome", delivery.state()).increment();
          }
        })
        .replaceWithVoid();
  }
}
