package dev.latchkey.mfa.sms;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.mfa.Patience;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The codes that were sent; at most one an account and purpose is good. */
@ApplicationScoped
public class SmsCodes {

  private static final String PUT =
      """
      insert into sms_code
        (message, account, purpose, phone, epoch, challenge, hash, expires_at)
      values (:message, :account, :purpose, :phone, :epoch, :challenge, :hash, :expires)
      on conflict (account, purpose) do update set
        message = excluded.message, phone = excluded.phone, epoch = excluded.epoch,
        challenge = excluded.challenge, hash = excluded.hash, expires_at = excluded.expires_at,
        used_at = null, delivery = 'on_its_way', reason = null
      """;

  private static final String SPEND =
      """
      update sms_code set used_at = :at
      where account = :account and purpose = :purpose and phone = :phone
        and hash = any(string_to_array(:hashes, ','))
        and used_at is null and expires_at > :at
      """;

  /** News may come in any order; that it arrived is the last word. */
  private static final String DELIVERED =
      """
      update sms_code set delivery = :state, reason = cast(:reason as text)
      where message = :message and delivery <> 'delivered'
      """;

  private final Patience patience;
  private final Clock clock;

  SmsCodes(Patience patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /** Keeps a code, in the caller's transaction; the one before it is dead. */
  Uni<Void> put(SmsOrder order, MessageId message, String hash, Instant expires) {
    return run(
            PUT,
            query ->
                query
                    .setParameter("message", message.value())
                    .setParameter("account", order.account().value())
                    .setParameter("purpose", order.use().name())
                    .setParameter("phone", order.phone())
                    .setParameter("epoch", order.epoch())
                    .setParameter("challenge", order.challenge())
                    .setParameter("hash", hash)
                    .setParameter("expires", expires))
        .replaceWithVoid();
  }

  /**
   * Spends a code, in the caller's transaction; true for exactly one of those who try at once.
   *
   * @param hashes of what was typed, with all that the code must be bound to: {@link SmsHash#typed}
   */
  public Uni<Boolean> spend(
      AccountId account, PhoneCode.Use use, UUID phone, String hashes, Instant at) {
    return run(
        SPEND,
        query ->
            query
                .setParameter("at", at)
                .setParameter("account", account.value())
                .setParameter("purpose", use.name())
                .setParameter("phone", phone)
                .setParameter("hashes", hashes));
  }

  /** Whether the code that is under way for that number's set-up has arrived; else null. */
  public Uni<@Nullable SmsDelivery> ofSetUp(AccountId account) {
    return last(account, PhoneCode.Use.SET_UP).map(SmsCodes::delivery);
  }

  /**
   * Whether the last code for a sign-in has arrived; else null. Not by challenge: who asks has
   * shown the password, and a challenge is not taken where this is asked.
   */
  public Uni<@Nullable SmsDelivery> ofSignIn(AccountId account, int epoch) {
    return last(account, PhoneCode.Use.SIGN_IN)
        .map(code -> code != null && code.epoch == epoch ? delivery(code) : null);
  }

  /** Notes what became of a message; nothing when it carried no code of ours, or an old one. */
  @WithTransaction
  Uni<Boolean> note(MessageId message, SmsDelivery delivery) {
    return run(
        DELIVERED,
        query ->
            query
                .setParameter("message", message.value())
                .setParameter("state", delivery.state())
                .setParameter("reason", delivery.reason()));
  }

  private Uni<@Nullable KeptSmsCode> last(AccountId account, PhoneCode.Use use) {
    return patience.with(
        Panache.withSession(() ->
            Panache.getSession()
                .chain(session ->
                    session
                        .createQuery(
                            "from KeptSmsCode where account = :account and purpose = :purpose"
                                + " and expiresAt > :now",
                            KeptSmsCode.class)
                        .setParameter("account", account.value())
                        .setParameter("purpose", use.name())
                        .setParameter("now", clock.instant())
                        .getSingleResultOrNull())));
  }

  private static @Nullable SmsDelivery delivery(@Nullable KeptSmsCode code) {
    return code == null ? null : new SmsDelivery(code.delivery, code.reason);
  }

  private static Uni<Boolean> run(
      String statement, UnaryOperator<Mutiny.MutationQuery> parameters) {
    return Panache.getSession()
        .chain(session -> parameters.apply(session.createNativeQuery(statement)).executeUpdate())
        .map(rows -> rows == 1);
  }
}
