package dev.latchkey.notification.securitylog;

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

/** Hears what is said about accounts. One channel a topic: when one waits, the others go on. */
@ApplicationScoped
class OnSecurityFact implements Ear {

  private final Hearing hearing;
  private final Recording recording;

  OnSecurityFact(Hearing hearing, Recording recording) {
    this.hearing = hearing;
    this.recording = recording;
  }

  @Incoming("account")
  Uni<Void> hearAccount(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Incoming("mfa")
  Uni<Void> hearMfa(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Incoming("authorization")
  Uni<Void> hearAuthorization(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ACCOUNT, Topic.MFA, Topic.AUTHORIZATION);
  }

  @Override
  public Uni<Void> take(Heard<? extends Event> heard) {
    return recording.record(heard);
  }
}
