package dev.latchkey.auth.cascade;

import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
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

/**
 * auth-service hears itself, and removes from Redis what the cut has ended. Whoever was killed
 * between the commit of a cut and Redis, the event is there, and comes until Redis has taken it.
 */
@ApplicationScoped
class OnSessionsRevoked implements Ear {

  private final Hearing hearing;
  private final Settling settling;

  OnSessionsRevoked(Hearing hearing, Settling settling) {
    this.hearing = hearing;
    this.settling = settling;
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
    return heard.fact() instanceof SessionsRevoked revoked && revoked.cause() != null
        ? swept(revoked)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> swept(SessionsRevoked revoked) {
    var standing = new Standing(revoked.epoch(), revoked.kept());
    return settling.sweep(revoked.account(), standing, revoked.factorAt());
  }
}
