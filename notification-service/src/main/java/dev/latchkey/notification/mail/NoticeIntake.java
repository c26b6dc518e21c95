package dev.latchkey.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.notification.letter.Notice;
import dev.latchkey.notification.letter.NoticeFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Takes notices in, in the caller's transaction; they are sent after its commit. */
@ApplicationScoped
public class NoticeIntake {

  private final Deliveries deliveries;
  private final Clock clock;

  NoticeIntake(Deliveries deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** A mail to every address that the account has when it is sent. */
  public Uni<Void> toOwner(
      EventId event, AccountId account, Notice notice, NoticeFacts facts, Duration worth) {
    return keep(Delivery.notice(new MessageId(event.value()), account, notice, facts), worth);
  }

  /** A mail to the address that the account had until now. */
  public Uni<Void> toOldAddress(
      EventId event, EmailChanged change, Notice notice, NoticeFacts facts, Duration worth) {
    var delivery = Delivery.notice(second(event), change.account(), notice, facts);
    delivery.sealed = change.oldAddress();
    return keep(delivery, worth);
  }

  private Uni<Void> keep(Delivery delivery, Duration worth) {
    var now = clock.instant();
    delivery.dueAt = now;
    delivery.sendUntil = now.plus(worth);
    return deliveries.persist(delivery).replaceWithVoid();
  }

  /** Made from the event's, so that the same event never has a third mail. */
  private static MessageId second(EventId event) {
    return new MessageId(UUID.nameUUIDFromBytes((event + " old address").getBytes(UTF_8)));
  }
}
