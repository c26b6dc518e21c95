package dev.latchkey.mfa.operator;

import dev.latchkey.contracts.event.MfaEvent.CodeAttemptsForgiven;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.mfa.Patience;
import dev.latchkey.mfa.attempt.AttemptPool;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * Gives an account its attempts at codes back. Said first: what then fails was tried, and nothing
 * is given that the owner can't read of. The ceiling of 100 failures in a row stays: that many are
 * an attack, and an operator's word must not make room for the next hundred.
 */
@ApplicationScoped
class Forgiving {

  private final Saying saying;
  private final Budgets budgets;
  private final Patience patience;

  Forgiving(Saying saying, Budgets budgets, Patience patience) {
    this.saying = saying;
    this.budgets = budgets;
    this.patience = patience;
  }

  /** Where two-factor is off there is nothing to give, and nothing is said. */
  Uni<Void> forgive(AccountId account, String operator) {
    return patience
        .with(saying.say(account, operator))
        .chain(on -> on ? clear(account) : Uni.createFrom().voidItem());
  }

  private Uni<Void> clear(AccountId account) {
    return Multi.createFrom()
        .items(Stream.of(AttemptPool.values()).flatMap(Forgiving::limits))
        .onItem()
        .transformToUniAndConcatenate(limit -> budgets.clear(limit, account.toString()))
        .onItem()
        .ignoreAsUni();
  }

  /** A code of a text message is of the pool of codes. */
  private static Stream<Limit> limits(AttemptPool pool) {
    return Stream.of(pool.limit(), pool.recoveryLimit());
  }

  /** The transaction of {@link Forgiving}. */
  @ApplicationScoped
  static class Saying {

    private final TotpFactors factors;
    private final Outbox outbox;
    private final Clock clock;

    Saying(TotpFactors factors, Outbox outbox, Clock clock) {
      this.factors = factors;
      this.outbox = outbox;
      this.clock = clock;
    }

    @WithTransaction
    Uni<Boolean> say(AccountId account, String operator) {
      return factors
          .inUse(account)
          .map(factor -> factor != null)
          .call(on ->
              on
                  ? outbox.append(new CodeAttemptsForgiven(account, clock.instant(), operator))
                  : Uni.createFrom().voidItem());
    }
  }
}
