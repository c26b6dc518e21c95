package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.event.MfaEvent.RecoveryCodeUsed;
import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.mfa.attempt.AttemptPool;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The durable side of attempts. Each method is one short transaction around one deciding statement;
 * who changed the row has won, and parallel requests can't look at the same state. Locks are taken
 * in the order set, code.
 */
@ApplicationScoped
class RecoveryCodeAttempts {

  /** Rows of codes that count. */
  private static final String COUNTS =
      """
      f.account = s.account and f.retired_by is null
        and coalesce(f.switched_on_by, f.enabled_by) = s.switched_on_by
      """;

  private static final String HOLD =
      "select "
          + RecoveryCodeSet.COLUMNS
          + " from recovery_code_set s, totp_factor f where s.id = :set and "
          + COUNTS
          + " for update of s";

  private static final String SPEND =
      """
      update recovery_code set used_at = :at, sealed = null
      where code_set = :set and hash = any(string_to_array(:hashes, ',')) and used_at is null
      """;

  private final TotpFactors factors;
  private final RecoveryCodes codes;
  private final Outbox outbox;

  RecoveryCodeAttempts(TotpFactors factors, RecoveryCodes codes, Outbox outbox) {
    this.factors = factors;
    this.codes = codes;
    this.outbox = outbox;
  }

  /** Counts a failure before the code is evaluated, so that no guess is free. */
  @WithTransaction
  Uni<Reservation> reserve(AccountId account, AttemptPool pool) {
    var statement =
        """
        update recovery_code_set s set %1$s = s.%1$s + 1 from totp_factor f
        where s.account = :account and s.%1$s < :ceiling and %2$s
        returning %3$s
        """
            .formatted(pool.failures(), COUNTS, RecoveryCodeSet.COLUMNS);
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(statement, RecoveryCodeSet.class)
                .setParameter("account", account.value())
                .setParameter("ceiling", AttemptPool.CEILING)
                .getSingleResultOrNull())
        .chain(set ->
            set == null ? refused(account, pool) : Uni.createFrom().item(reserved(set, pool)));
  }

  /**
   * Spends a code, at most once, forgets the failures of the pool and tells the owner. The set is
   * held meanwhile: who spends another code at the same time counts what is left after this one,
   * and a set that was replaced since the reservation has no code to spend.
   *
   * @param hashes {@link RecoveryCodeHashing#typed}
   * @param origin of the sign-in, sealed
   * @return false when the code is wrong or was used before
   */
  @WithTransaction
  Uni<Boolean> spend(
      AccountId account,
      Reservation.Reserved on,
      String hashes,
      AttemptPool pool,
      Instant at,
      String origin) {
    return held(on.set())
        .chain(there -> there ? spent(on.set(), hashes, at) : Uni.createFrom().item(false))
        .call(first -> first ? told(account, on.set(), pool, at, origin) : nothing());
  }

  /** Tells the owner that recovery codes are off for this pool, once. */
  @WithTransaction
  Uni<Void> sayExhausted(AccountId account, AttemptPool pool, Instant at, String origin) {
    var statement =
        """
        update recovery_code_set s set %1$s = :at from totp_factor f
        where s.account = :account and s.%2$s >= :ceiling and s.%1$s is null and %3$s
        """
            .formatted(pool.exhausted(), pool.failures(), COUNTS);
    var fact =
        new SecondFactorExhausted(
            account, at, Proof.RECOVERY_CODE, pool == AttemptPool.KNOWN_DEVICE, origin);
    return execute(
            statement,
            query ->
                query
                    .setParameter("at", at)
                    .setParameter("account", account.value())
                    .setParameter("ceiling", AttemptPool.CEILING))
        .chain(first -> first ? outbox.append(fact).replaceWithVoid() : nothing());
  }

  private Uni<Reservation> refused(AccountId account, AttemptPool pool) {
    return factors
        .inUse(account)
        .chain(factor ->
            factor == null
                ? Uni.createFrom().item(new Reservation.NoFactor())
                : codes.inUse(account).map(set -> refusal(set, pool)));
  }

  /** A set with attempts left has come since: what was typed is of the one that it replaced. */
  private static Reservation refusal(@Nullable RecoveryCodeSet set, AttemptPool pool) {
    return set != null && set.exhausted(pool)
        ? new Reservation.Exhausted()
        : new Reservation.NoCodes();
  }

  private static Reservation reserved(RecoveryCodeSet set, AttemptPool pool) {
    return new Reservation.Reserved(set.id, set.salt, set.exhausted(pool));
  }

  private static Uni<Boolean> held(UUID set) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(HOLD, RecoveryCodeSet.class)
                .setParameter("set", set)
                .getResultList())
        .map(held -> !held.isEmpty());
  }

  private static Uni<Boolean> spent(UUID set, String hashes, Instant at) {
    return execute(
        SPEND,
        query ->
            query.setParameter("at", at).setParameter("set", set).setParameter("hashes", hashes));
  }

  private Uni<Void> told(AccountId account, UUID set, AttemptPool pool, Instant at, String origin) {
    var forget =
        "update recovery_code_set set %s = 0, %s = null where id = :set"
            .formatted(pool.failures(), pool.exhausted());
    return execute(forget, query -> query.setParameter("set", set))
        .chain(() -> codes.count(account))
        .chain(left -> outbox.append(new RecoveryCodeUsed(account, at, left, origin)))
        .replaceWithVoid();
  }

  private static Uni<Boolean> execute(
      String statement, UnaryOperator<Mutiny.MutationQuery> parameters) {
    return Panache.getSession()
        .chain(session -> parameters.apply(session.createNativeQuery(statement)).executeUpdate())
        .map(rows -> rows == 1);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
