package dev.latchkey.notification.securitylog;

import dev.latchkey.kit.outbox.Hearing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears what is said about accounts. One ear a topic: when one waits, the others go on. */
@ApplicationScoped
class OnSecurityFact {

  private final Hearing hearing;
  private final Recording recording;

  OnSecurityFact(Hearing hearing, Recording recording) {
    this.hearing = hearing;
    this.recording = recording;
  }

  @Incoming("account")
  Uni<Void> hearAccount(Message<byte[]> message) {
    return hearing.hear(message, recording::record);
  }

  @Incoming("mfa")
  Uni<Void> hearMfa(Message<byte[]> message) {
    return hearing.hear(message, recording::record);
  }

  @Incoming("authorization")
  Uni<Void> hearAuthorization(Message<byte[]> message) {
    return hearing.hear(message, recording::record);
  }
}
