package dev.latchkey.mfa.totp;

import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.mfa.attempt.AttemptPool;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The durable side of attempts. Each method is one short transaction around one deciding statement;
 * who changed the row has won, and parallel requests can't look at the same state.
 */
@ApplicationScoped
class TotpAttempts {

  private final TotpFactors factors;
  private final Outbox outbox;

  TotpAttempts(TotpFactors factors, Outbox outbox) {
    this.factors = factors;
    this.outbox = outbox;
  }

  /**
   * Counts a failure before the code is evaluated: a process that dies between, or a thousand
   * requests at once, never get a guess for nothing.
   */
  @WithTransaction
  Uni<Reservation> reserve(AccountId account, AttemptPool pool) {
    var statement =
        """
        update totp_factor set %1$s = %1$s + 1
        where account = :account and retired_by is null and %1$s < :ceiling
        returning %2$s
        """
            .formatted(pool.failures(), TotpFactor.COLUMNS);
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(statement, TotpFactor.class)
                .setParameter("account", account.value())
                .setParameter("ceiling", AttemptPool.CEILING)
                .getSingleResultOrNull())
        .chain(factor ->
            factor == null ? refused(account) : Uni.createFrom().item(reserved(factor, pool)));
  }

  /**
   * Spends a step, at most once, and forgets the failures of the pool.
   *
   * @param resealed the secret under the current key, or nothing when it is sealed so already
   * @return false when another request was first
   */
  @WithTransaction
  Uni<Boolean> spend(
      Reservation.Reserved on, TimeStep step, AttemptPool pool, @Nullable String resealed) {
    var statement =
        """
        update totp_factor set last_step = :step, %s = 0, %s = null,
          sealed_secret = coalesce(:resealed, sealed_secret)
        where id = :id and last_step < :step and retired_by is null
        """
            .formatted(pool.failures(), pool.exhausted());
    return execute(
        statement,
        query ->
            query
                .setParameter("step", step.number())
                .setParameter("resealed", resealed)
                .setParameter("id", on.factor()));
  }

  /** Tells the owner that the factor is off for this pool, once. */
  @WithTransaction
  Uni<Void> sayExhausted(AccountId account, AttemptPool pool, Instant at, String origin) {
    var statement =
        """
        update totp_factor set %1$s = :at
        where account = :account and retired_by is null and %2$s >= :ceiling and %1$s is null
        """
            .formatted(pool.exhausted(), pool.failures());
    var fact =
        new SecondFactorExhausted(
            account, at, Proof.TOTP, pool == AttemptPool.KNOWN_DEVICE, origin);
    return execute(
            statement,
            query ->
                query
                    .setParameter("at", at)
                    .setParameter("account", account.value())
                    .setParameter("ceiling", AttemptPool.CEILING))
        .chain(
            first -> first ? outbox.append(fact).replaceWithVoid() : Uni.createFrom().voidItem());
  }

  private Uni<Reservation> refused(AccountId account) {
    return factors
        .inUse(account)
        .map(found -> found == null ? new Reservation.NoFactor() : new Reservation.Exhausted());
  }

  private static Reservation reserved(TotpFactor factor, AttemptPool pool) {
    int failures =
        switch (pool) {
          case ANYWHERE -> factor.failures;
          case KNOWN_DEVICE -> factor.deviceFailures;
        };
    return new Reservation.Reserved(
        factor.id,
        factor.sealedSecret,
        new TimeStep(factor.lastStep),
        failures >= AttemptPool.CEILING);
  }

  private static Uni<Boolean> execute(
      String statement, java.util.function.UnaryOperator<Mutiny.MutationQuery> parameters) {
    return Panache.getSession()
        .chain(session -> parameters.apply(session.createNativeQuery(statement)).executeUpdate())
        .map(rows -> rows == 1);
  }
}
