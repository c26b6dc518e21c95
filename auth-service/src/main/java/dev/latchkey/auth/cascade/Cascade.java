package dev.latchkey.auth.cascade;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.epoch.Epochs;
import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.contracts.id.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a cascade, once for each cause, whoever brings the news and how often.
 *
 * <p>Order: look who has access (for the receipt), fence the epoch's copy, cut (one transaction),
 * then settle Redis. Killed before the commit nothing happened and the news comes again; killed
 * after it everything old is refused already, and settling is repeated by {@link
 * OnSessionsRevoked}.
 */
@ApplicationScoped
public class Cascade {

  /** What is promised is a second; the others say how far from it we are. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5)
  };

  private static final Optional<Receipt> NOTHING = Optional.empty();

  private final Surroundings surroundings;
  private final Epochs epochs;
  private final Settling settling;
  private final Once once;
  private final MeterRegistry metrics;
  private final Clock clock;

  Cascade(
      Surroundings surroundings,
      Epochs epochs,
      Settling settling,
      Once once,
      MeterRegistry metrics,
      Clock clock) {
    this.surroundings = surroundings;
    this.epochs = epochs;
    this.settling = settling;
    this.once = once;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Runs the cascade of a cause that another service reports, or tells what it did when it ran
   * before; nothing when the account is gone or the cause was overtaken.
   */
  public Uni<Optional<Receipt>> run(Cause cause) {
    return once.receipt(cause)
        .chain(found -> orElse(found, () -> firstRun(cause)))
        // The other bringer of the same news was first, and then a later cut overtook the news.
        .chain(made -> orElse(made, () -> once.receipt(cause)));
  }

  private Uni<Optional<Receipt>> firstRun(Cause cause) {
    return run(cause, reach -> once.cut(cause, reach))
        // Lost the race against the other bringer of the same news.
        .onFailure()
        .recoverWithUni(failure -> once.receiptOr(cause, failure));
  }

  /**
   * Runs the cascade around a transaction of the caller, which makes the cut as its last step. A
   * cause that is overtaken already is refused before the fence, which only a rise would take away;
   * one that is overtaken after this look is refused by the cut, and then the fence expires: in
   * those seconds everybody reads PostgreSQL.
   *
   * @param transaction gets who had access before, gives the cut, or nothing when it refuses
   */
  public Uni<Optional<Receipt>> run(
      Cause cause, Function<Reach, Uni<Optional<CutOutcome>>> transaction) {
    return once.stands(cause)
        .chain(stands -> stands ? fenced(cause, transaction) : Uni.createFrom().item(NOTHING))
        .invoke(receipt -> log(cause, receipt));
  }

  private Uni<Optional<Receipt>> fenced(
      Cause cause, Function<Reach, Uni<Optional<CutOutcome>>> transaction) {
    return surroundings
        .of(cause.account())
        .call(() -> epochs.fence(cause.account(), cause.epoch()))
        .chain(transaction::apply)
        .call(outcome -> settled(cause, outcome))
        .map(outcome -> outcome.map(CutOutcome::receipt));
  }

  private static void log(Cause cause, Optional<Receipt> receipt) {
    if (receipt.isEmpty()) {
      Log.infof(
          "cascade refused accountId=%s eventId=%s outcome=overtaken", cause.account(), cause.id());
    }
  }

  private static Uni<Optional<Receipt>> orElse(
      Optional<Receipt> found, Supplier<Uni<Optional<Receipt>>> next) {
    return found.isPresent() ? Uni.createFrom().item(found) : next.get();
  }

  private Uni<Void> settled(Cause cause, Optional<CutOutcome> outcome) {
    if (outcome.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Timer.builder("latchkey.cascade")
        .tag("change", cause.change().name())
        .serviceLevelObjectives(BOUNDS)
        .register(metrics)
        .record(Duration.between(cause.at(), clock.instant()));
    return settle(cause.account(), outcome.get().standing(), cause)
        // Redis away: nothing lives by it now, and OnSessionsRevoked repeats this until it is done.
        .onFailure()
        .invoke(away -> Log.warnf("not settled accountId=%s outcome=later", cause.account()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> settle(AccountId account, Standing standing, Cause cause) {
    return settling.settle(account, standing, cause.factorAt());
  }

  /** The transactions of {@link Cascade}. */
  @ApplicationScoped
  static class Once {

    private final Accounts accounts;
    private final CascadeReceipts receipts;
    private final Cut cut;

    Once(Accounts accounts, CascadeReceipts receipts, Cut cut) {
      this.accounts = accounts;
      this.receipts = receipts;
      this.cut = cut;
    }

    /** False when the account is gone or the cause overtaken, for ever; the cut looks again. */
    @WithSession
    Uni<Boolean> stands(Cause cause) {
      return accounts
          .byId(cause.account())
          .map(found -> found.filter(account -> !cause.isOvertaken(account)).isPresent());
    }

    @WithSession
    Uni<Optional<Receipt>> receipt(Cause cause) {
      return receipts.of(cause.id());
    }

    @WithTransaction
    Uni<Optional<CutOutcome>> cut(Cause cause, Reach reach) {
      return cut.make(cause, reach);
    }

    @WithSession
    Uni<Optional<Receipt>> receiptOr(Cause cause, Throwable failure) {
      return receipts
          .of(cause.id())
          .chain(found ->
              found.isPresent() ? Uni.createFrom().item(found) : Uni.createFrom().failure(failure));
    }
  }
}
