package dev.latchkey.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.notification.letter.Notice;
import dev.latchkey.notification.letter.NoticeFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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
    var id = new MessageId(event.value());
    return keep(Delivery.notice(id, account, Channel.MAIL, notice, facts), worth);
  }

  /** A mail to the address that the account had until now. */
  public Uni<Void> toOldAddress(
      EventId event, EmailChanged change, Notice notice, NoticeFacts facts, Duration worth) {
    var id = beside(event, "old address");
    var delivery = Delivery.notice(id, change.account(), Channel.MAIL, notice, facts);
    delivery.sealed = change.oldAddress();
    return keep(delivery, worth);
  }

  /**
   * An SMS to the number that the account had until now.
   *
   * @param oldNumber sealed to this service
   */
  public Uni<Void> toOldNumber(
      EventId event, Event change, String oldNumber, Notice notice, Duration worth) {
    var id = beside(event, "old number");
    var facts = NoticeFacts.of(change.at(), Map.of(), null);
    var delivery = Delivery.notice(id, change.account(), Channel.SMS, notice, facts);
    delivery.sealed = oldNumber;
    return keep(delivery, worth);
  }

  private Uni<Void> keep(Delivery delivery, Duration worth) {
    var now = clock.instant();
    delivery.dueAt = now;
    delivery.sendUntil = now.plus(worth);
    return deliveries.ask(delivery);
  }

  /** Made from the event's, so that the same event never has another. */
  private static MessageId beside(EventId event, String what) {
    return new MessageId(UUID.nameUUIDFromBytes((event + " " + what).getBytes(UTF_8)));
  }
}
