package dev.latchkey.notification.mail;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of deliveries. Every step between states is one statement. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

  private static final String CLAIM =
      """
      update delivery set state = 'sending', attempts = attempts + 1, due_at = :lapses
      where message = (
        select message from delivery
        where state in ('requested', 'sending') and due_at <= :now
        order by due_at limit 1 for update skip locked)
      returning *
      """;

  private static final String POSTPONE =
      """
      update delivery set state = 'requested', due_at = :due
      where message = :message and state = 'sending' and attempts = :attempts
      """;

  private static final String SETTLE =
      """
      update delivery set state = :state, reason = cast(:reason as text), settled_at = :now,
        sealed = null, facts = null
      where message = :message and state = 'sending' and attempts = :attempts
      """;

  /** Takes the delivery that is due longest; others leave it alone until the claim lapses. */
  Uni<Optional<Delivery>> claim(Instant now, Instant lapses) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(CLAIM, Delivery.class)
                .setParameter("now", now)
                .setParameter("lapses", lapses)
                .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  /** Gives a claimed delivery back, to be tried again. */
  Uni<Boolean> postpone(Delivery claimed, Instant due) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(POSTPONE)
                .setParameter("due", due)
                .setParameter("message", claimed.message)
                .setParameter("attempts", claimed.attempts)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** The mail was taken over. False when the claim had lapsed and somebody else has it. */
  Uni<Boolean> sent(Delivery claimed, Instant now) {
    return settle(claimed, "sent", null, now);
  }

  /** The mail will not arrive. False when the claim had lapsed and somebody else has it. */
  Uni<Boolean> failed(Delivery claimed, String reason, Instant now) {
    return settle(claimed, "failed", reason, now);
  }

  private Uni<Boolean> settle(
      Delivery claimed, String state, @Nullable String reason, Instant now) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(SETTLE)
                .setParameter("state", state)
                .setParameter("reason", reason)
                .setParameter("now", now)
                .setParameter("message", claimed.message)
                .setParameter("attempts", claimed.attempts)
                .executeUpdate())
        .map(rows -> rows == 1);
  }
}
