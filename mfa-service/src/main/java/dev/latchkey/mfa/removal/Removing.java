package dev.latchkey.mfa.removal;

import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalApproved;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalAsked;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalCancelled;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The steps by which operators switch two-factor off for somebody who lost it, each one transaction
 * with its event, which is a mail to the owner. Whoever talks one operator into it needs another,
 * and then the owner has 72 hours in which any use of the factor ends it.
 */
@ApplicationScoped
public class Removing {

  private final FactorRemovals removals;
  private final Outbox outbox;
  private final Clock clock;

  Removing(FactorRemovals removals, Outbox outbox, Clock clock) {
    this.removals = removals;
    this.outbox = outbox;
    this.clock = clock;
  }

  @WithSession
  Uni<RemovalOutcome> show(AccountId account) {
    return waiting(account);
  }

  @WithTransaction
  Uni<RemovalOutcome> ask(AccountId account, String operator) {
    var now = clock.instant();
    return removals
        .ask(account, operator, now)
        .chain(asked ->
            asked ? told(new TwoFactorRemovalAsked(account, now, operator)) : notAsked(account));
  }

  @WithTransaction
  Uni<RemovalOutcome> approve(AccountId account, String operator) {
    return removals
        .shownSince(account)
        .chain(shown ->
            switch (shown) {
              case null -> Uni.createFrom().item(new RemovalOutcome.NotAsked());
              case Boolean yes when yes -> notLost(account);
              case Boolean no -> approved(account, operator);
            });
  }

  @WithTransaction
  Uni<RemovalOutcome> withdraw(AccountId account, String operator) {
    return removals
        .withdraw(account)
        .chain(was ->
            was
                ? outbox
                    .append(cancelled(account, operator))
                    .replaceWith(new RemovalOutcome.Withdrawn())
                : Uni.createFrom().item(new RemovalOutcome.NotAsked()));
  }

  private Uni<RemovalOutcome> approved(AccountId account, String operator) {
    var now = clock.instant();
    var due = now.plus(FactorRemoval.DELAY);
    return removals
        .approve(account, operator, now, due)
        .chain(done ->
            done
                ? told(new TwoFactorRemovalApproved(account, now, operator, due))
                : notApproved(account));
  }

  /**
   * Somebody has shown a second factor: what was said to be lost is not. Called at once after a
   * recovery code or a text message. Steps of the app are looked for in rounds, so that the way of
   * every sign-in stays short.
   */
  @WithTransaction
  public Uni<Void> shown(AccountId account) {
    return removals
        .withdraw(account)
        .call(was -> was ? sayNotLost(account) : Uni.createFrom().voidItem())
        .replaceWithVoid();
  }

  /** Says in the caller's transaction that two-factor stays on, because it was shown. */
  public Uni<Void> sayNotLost(AccountId account) {
    return outbox.append(cancelled(account, null)).replaceWithVoid();
  }

  private Uni<RemovalOutcome> notLost(AccountId account) {
    return shown(account).replaceWith(new RemovalOutcome.FactorShown());
  }

  private Uni<RemovalOutcome> told(MfaEvent fact) {
    return outbox.append(fact).chain(() -> waiting(fact.account()));
  }

  private Uni<RemovalOutcome> waiting(AccountId account) {
    return removals
        .of(account)
        .map(found ->
            found == null
                ? new RemovalOutcome.NotAsked()
                : new RemovalOutcome.Waiting(RemovalView.of(found)));
  }

  private Uni<RemovalOutcome> notAsked(AccountId account) {
    return removals
        .of(account)
        .map(found ->
            found == null ? new RemovalOutcome.NotOn() : new RemovalOutcome.AlreadyThere());
  }

  private Uni<RemovalOutcome> notApproved(AccountId account) {
    return removals.of(account).map(Removing::whyNotApproved);
  }

  private static RemovalOutcome whyNotApproved(@Nullable FactorRemoval found) {
    if (found == null) {
      return new RemovalOutcome.NotAsked();
    }
    return found.approvedBy == null
        ? new RemovalOutcome.SameOperator()
        : new RemovalOutcome.AlreadyThere();
  }

  private TwoFactorRemovalCancelled cancelled(AccountId account, @Nullable String operator) {
    return new TwoFactorRemovalCancelled(account, clock.instant(), operator);
  }
}
