package dev.latchkey.notification.delivery;

import dev.latchkey.contracts.id.MessageId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of deliveries. Every step between states is one statement. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

  // Who finds a claim that lapsed does not know what became of that try.
  private static final String CLAIM =
      """
      update delivery set state = 'sending', attempts = attempts + 1, due_at = :lapses,
        in_doubt = in_doubt or state = 'sending'
      where message in (
        select message from delivery
        where channel = :channel and state in ('requested', 'sending') and due_at <= :now
        order by due_at limit :most for update skip locked)
      returning %s
      """
          .formatted(Delivery.COLUMNS);

  private static final String POSTPONE =
      """
      update delivery set state = 'requested', due_at = :due, in_doubt = :doubt
      where message = :message and state = 'sending' and attempts = :attempts
      """;

  private static final String SETTLE =
      """
      update delivery set state = :state, reason = cast(:reason as text),
        provider_id = coalesce(cast(:provider as text), provider_id), settled_at = :now,
        in_doubt = false, sealed = null, facts = null
      where message = :message and state = 'sending' and attempts = :attempts
      """;

  // News may overtake our own note of the try, and may come twice or in any order: what is final
  // stays, and "on its way" never takes the place of anything but "not known to be on its way".
  private static final String REPORT =
      """
      update delivery set state = :state, reason = cast(:reason as text), provider_id = :provider,
        settled_at = :now, in_doubt = false, sealed = null, facts = null
      where message = :message and channel = 'sms'
        and (provider_id is null or provider_id = :provider)
        and (state in ('requested', 'sending') or (state = 'sent' and cast(:state as text) <> 'sent'))
      returning %s
      """
          .formatted(Delivery.COLUMNS);

  /**
   * Keeps one, unless it is there: whoever has the log read again from its beginning, to have it
   * rebuilt, sends nobody anything twice. Call it in the transaction that notes the event as heard.
   */
  Uni<Void> ask(Delivery delivery) {
    return count("message", delivery.message)
        .chain(
            there -> there > 0 ? Uni.createFrom().voidItem() : persist(delivery).replaceWithVoid());
  }

  /** Takes those that are due longest; others leave them alone until the claim lapses. */
  Uni<List<Delivery>> claim(Channel channel, int most, Instant now, Instant lapses) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(CLAIM, Delivery.class)
                .setParameter("channel", channel.word())
                .setParameter("most", most)
                .setParameter("now", now)
                .setParameter("lapses", lapses)
                .getResultList());
  }

  /** Gives a claimed delivery back, to be tried again. */
  Uni<Boolean> postpone(Delivery claimed, Instant due, boolean inDoubt) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(POSTPONE)
                .setParameter("due", due)
                .setParameter("doubt", inDoubt)
                .setParameter("message", claimed.message)
                .setParameter("attempts", claimed.attempts)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** It was taken over. False when the claim had lapsed and somebody else has it. */
  Uni<Boolean> sent(Delivery claimed, @Nullable String provider, Instant now) {
    return settle(claimed, "sent", null, provider, now);
  }

  /** It will not arrive. False when the claim had lapsed and somebody else has it. */
  Uni<Boolean> failed(Delivery claimed, String reason, Instant now) {
    return settle(claimed, "failed", reason, null, now);
  }

  /** News of the network; the delivery if it was news to us. */
  Uni<Optional<Delivery>> report(
      MessageId message, String provider, String state, @Nullable String reason, Instant now) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(REPORT, Delivery.class)
                .setParameter("state", state)
                .setParameter("reason", reason)
                .setParameter("provider", provider)
                .setParameter("now", now)
                .setParameter("message", message.value())
                .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  private Uni<Boolean> settle(
      Delivery claimed,
      String state,
      @Nullable String reason,
      @Nullable String provider,
      Instant now) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(SETTLE)
                .setParameter("state", state)
                .setParameter("reason", reason)
                .setParameter("provider", provider)
                .setParameter("now", now)
                .setParameter("message", claimed.message)
                .setParameter("attempts", claimed.attempts)
                .executeUpdate())
        .map(rows -> rows == 1);
  }
}
