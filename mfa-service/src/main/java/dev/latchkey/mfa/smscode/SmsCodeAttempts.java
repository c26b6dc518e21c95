package dev.latchkey.mfa.smscode;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.mfa.attempt.AttemptPool;
import dev.latchkey.mfa.attempt.VerifyCode;
import dev.latchkey.mfa.recoveryphone.RecoveryPhones;
import dev.latchkey.mfa.recoveryphone.SignInPhone;
import dev.latchkey.mfa.recoveryphone.SignInPhones;
import dev.latchkey.mfa.sms.SmsCodes;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The durable side of attempts. Each method is one short transaction around one deciding statement;
 * who changed the row has won. Failures are the phone's, not the code's: a new code forgets none.
 * Locks are taken in the order phone, code.
 */
@ApplicationScoped
class SmsCodeAttempts {

  private final TotpFactors factors;
  private final SignInPhones signIn;
  private final RecoveryPhones phones;
  private final SmsCodes codes;
  private final Outbox outbox;

  SmsCodeAttempts(
      TotpFactors factors,
      SignInPhones signIn,
      RecoveryPhones phones,
      SmsCodes codes,
      Outbox outbox) {
    this.factors = factors;
    this.signIn = signIn;
    this.phones = phones;
    this.codes = codes;
    this.outbox = outbox;
  }

  /** Counts a failure before the code is evaluated, so that no guess is free. */
  @WithTransaction
  Uni<Reservation> reserve(VerifyCode command) {
    return signIn
        .of(command.account(), command.epoch())
        .chain(phone ->
            phone instanceof SignInPhone.Usable usable
                ? reserve(usable, command.pool())
                : factors
                    .inUse(command.account())
                    .map(factor ->
                        factor == null ? new Reservation.NoFactor() : new Reservation.NoPhone()));
  }

  /**
   * Spends a code, at most once, and forgets the failures of the pool. All that lets the phone
   * count is looked at again, under its lock.
   *
   * @param hashes of what was typed, with all that the code must be bound to
   * @return false when the code is wrong, too old or was used before
   */
  @WithTransaction
  Uni<Boolean> spend(VerifyCode command, SignInPhone.Usable phone, String hashes, Instant at) {
    return phones
        .hold(phone.id())
        .chain(() -> signIn.of(command.account(), command.epoch()))
        .chain(now ->
            now instanceof SignInPhone.Usable still && still.id().equals(phone.id())
                ? codes.spend(command.account(), PhoneCode.Use.SIGN_IN, phone.id(), hashes, at)
                : Uni.createFrom().item(false))
        .call(right -> right ? forget(phone.id(), command.pool()) : Uni.createFrom().item(false));
  }

  /** Tells the owner that text messages are off for this pool, once. */
  @WithTransaction
  Uni<Void> sayExhausted(
      AccountId account, UUID phone, AttemptPool pool, Instant at, String origin) {
    var statement =
        """
        update recovery_phone set %1$s = :at
        where id = :id and %2$s >= :ceiling and %1$s is null
        """
            .formatted(pool.exhausted(), pool.failures());
    var fact =
        new SecondFactorExhausted(account, at, Proof.SMS, pool == AttemptPool.KNOWN_DEVICE, origin);
    return execute(
            statement,
            query ->
                query
                    .setParameter("at", at)
                    .setParameter("id", phone)
                    .setParameter("ceiling", AttemptPool.CEILING))
        .chain(
            first -> first ? outbox.append(fact).replaceWithVoid() : Uni.createFrom().voidItem());
  }

  private static Uni<Reservation> reserve(SignInPhone.Usable phone, AttemptPool pool) {
    var statement =
        """
        update recovery_phone set %1$s = %1$s + 1 where id = :id and %1$s < :ceiling
        returning %1$s
        """
            .formatted(pool.failures());
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(statement, Integer.class)
                .setParameter("id", phone.id())
                .setParameter("ceiling", AttemptPool.CEILING)
                .getSingleResultOrNull())
        .map(count ->
            count == null
                ? new Reservation.Exhausted(phone)
                : new Reservation.Reserved(phone, count >= AttemptPool.CEILING));
  }

  private static Uni<Boolean> forget(UUID phone, AttemptPool pool) {
    var statement =
        "update recovery_phone set %s = 0, %s = null where id = :id"
            .formatted(pool.failures(), pool.exhausted());
    return execute(statement, query -> query.setParameter("id", phone));
  }

  private static Uni<Boolean> execute(
      String statement, UnaryOperator<Mutiny.MutationQuery> parameters) {
    return Panache.getSession()
        .chain(session -> parameters.apply(session.createNativeQuery(statement)).executeUpdate())
        .map(rows -> rows == 1);
  }
}
