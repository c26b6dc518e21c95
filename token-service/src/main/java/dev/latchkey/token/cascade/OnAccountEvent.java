package dev.latchkey.token.cascade;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.outbox.Ear;
import dev.latchkey.kit.outbox.Heard;
import dev.latchkey.kit.outbox.Hearing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears what auth-service says about accounts. */
@ApplicationScoped
class OnAccountEvent implements Ear {

  private final Hearing hearing;
  private final Aftermath aftermath;

  OnAccountEvent(Hearing hearing, Aftermath aftermath) {
    this.hearing = hearing;
    this.aftermath = aftermath;
  }

  @Incoming("account")
  Uni<Void> hear(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ACCOUNT);
  }

  @Override
  public Uni<Void> take(Heard<? extends Event> heard) {
    return Consequence.of(heard.fact())
        .map(consequence -> aftermath.settle(heard.id(), consequence))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
