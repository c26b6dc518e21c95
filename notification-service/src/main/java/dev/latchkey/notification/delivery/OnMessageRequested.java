package dev.latchkey.notification.delivery;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.outbox.Ear;
import dev.latchkey.kit.outbox.Heard;
import dev.latchkey.kit.outbox.Hearing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears what other services want to be sent. */
@ApplicationScoped
class OnMessageRequested implements Ear {

  private final Hearing hearing;
  private final Intake intake;

  OnMessageRequested(Hearing hearing, Intake intake) {
    this.hearing = hearing;
    this.intake = intake;
  }

  @Incoming("message")
  Uni<Void> hear(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MESSAGE);
  }

  @Override
  public Uni<Void> take(Heard<? extends Event> heard) {
    return heard.fact() instanceof MessageRequested asked
        ? intake.take(heard.id(), asked)
        : Uni.createFrom().voidItem();
  }
}
