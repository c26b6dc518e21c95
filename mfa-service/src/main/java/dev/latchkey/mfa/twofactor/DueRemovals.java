package dev.latchkey.mfa.twofactor;

import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.auth.AuthService;
import dev.latchkey.mfa.cascade.CascadeOutcome;
import dev.latchkey.mfa.cascade.Cascades;
import dev.latchkey.mfa.removal.FactorRemovals;
import dev.latchkey.mfa.removal.Removing;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Switches two-factor off where two operators agreed to it and 72 hours went by in which nobody has
 * shown it, and ends the removals of those who have. Keeps no session. When another change of the
 * account comes in between, auth-service refuses, two-factor is on as before, and the operators
 * have to begin again.
 */
@ApplicationScoped
class DueRemovals {

  private static final Logger LOG = Logger.getLogger(DueRemovals.class);

  private final AuthService auth;
  private final Cascades cascades;
  private final Removing removing;
  private final Taking taking;

  DueRemovals(@RestClient AuthService auth, Cascades cascades, Removing removing, Taking taking) {
    this.auth = auth;
    this.cascades = cascades;
    this.removing = removing;
    this.taking = taking;
  }

  /** Every replica looks; of two that find the same, one gets it. What fails waits a round. */
  @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> round() {
    return taking
        .shown()
        .chain(accounts -> each(accounts, removing::shown))
        .chain(taking::due)
        .chain(accounts -> each(accounts, this::one))
        .onFailure()
        .invoke(away -> LOG.warnf("removals wait cause=%s", away.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  private static Uni<Void> each(List<AccountId> accounts, Function<AccountId, Uni<Void>> step) {
    return Multi.createFrom()
        .iterable(accounts)
        .onItem()
        .transformToUniAndConcatenate(step::apply)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> one(AccountId account) {
    return auth.epoch(account)
        .chain(current ->
            cascades.follow(Origin.OPERATOR, id -> taking.take(id, account, current.epoch())))
        .invoke(outcome -> LOG.infof("removal accountId=%s outcome=%s", account, word(outcome)))
        .onFailure()
        .invoke(failure ->
            LOG.warnf(
                "removal put off accountId=%s cause=%s", account, failure.getClass().getName()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /** Without the receipt, which says where somebody was signed in. */
  private static String word(@Nullable CascadeOutcome outcome) {
    return outcome == null ? "NotDone" : outcome.getClass().getSimpleName();
  }

  /** The transactions of {@link DueRemovals}. */
  @ApplicationScoped
  static class Taking {

    private final FactorRemovals removals;
    private final Removing removing;
    private final TotpFactors factors;
    private final Removal removal;
    private final Clock clock;

    Taking(
        FactorRemovals removals,
        Removing removing,
        TotpFactors factors,
        Removal removal,
        Clock clock) {
      this.removals = removals;
      this.removing = removing;
      this.factors = factors;
      this.removal = removal;
      this.clock = clock;
    }

    @WithSession
    Uni<List<AccountId>> shown() {
      return removals.shown();
    }

    @WithSession
    Uni<List<AccountId>> due() {
      return removals.due(clock.instant());
    }

    /** The event that was said; nothing when it was shown, or another replica was first. */
    @WithTransaction
    Uni<@Nullable MfaEvent> take(EventId id, AccountId account, int epoch) {
      return factors
          .hold(account)
          .chain(() -> removals.shownSince(account))
          .chain(shown ->
              removals
                  .takeDue(account, clock.instant())
                  .chain(taken -> taken ? taken(shown, id, account, epoch) : nothing()));
    }

    private Uni<@Nullable MfaEvent> taken(
        @Nullable Boolean shown, EventId id, AccountId account, int epoch) {
      var command = new DisableTwoFactor(account, null, epoch, Origin.OPERATOR);
      return !Boolean.FALSE.equals(shown)
          ? removing.sayNotLost(account).chain(Taking::nothing)
          : removal.remove(id, command).map(fact -> fact);
    }

    private static Uni<@Nullable MfaEvent> nothing() {
      return Uni.createFrom().nullItem();
    }
  }
}
