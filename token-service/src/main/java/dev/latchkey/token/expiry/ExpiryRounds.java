package dev.latchkey.token.expiry;

import dev.latchkey.token.account.ReplacedApiKeys;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Looks every minute what is over, or soon will be. Every replica does; they share the work. */
@ApplicationScoped
class ExpiryRounds {

  private static final Logger log = Logger.getLogger(ExpiryRounds.class);

  private final Expiring expiring;
  private final ReplacedApiKeys replacedKeys;
  private final Clock clock;

  ExpiryRounds(Expiring expiring, ReplacedApiKeys replacedKeys, Clock clock) {
    this.expiring = expiring;
    this.replacedKeys = replacedKeys;
    this.clock = clock;
  }

  /** Batches are short transactions: who waits for an account's rows does not wait for them all. */
  @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> round() {
    return untilNoneIsLeft(expiring::endSome)
        .chain(() -> untilNoneIsLeft(expiring::warnOfSome))
        .chain(this::forgetKeys)
        // PostgreSQL is away: the next minute is the next try. Its text may quote values.
        .onFailure()
        .invoke(away -> log.warnf("expiries wait cause=%s", away.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  @WithTransaction
  Uni<Void> forgetKeys() {
    return replacedKeys.forget(clock.instant());
  }

  private static Uni<Void> untilNoneIsLeft(Supplier<Uni<? extends Boolean>> some) {
    return Multi.createBy().repeating().uni(some).whilst(found -> found).onItem().ignoreAsUni();
  }
}
