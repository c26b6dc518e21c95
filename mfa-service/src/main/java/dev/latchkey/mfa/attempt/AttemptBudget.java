package dev.latchkey.mfa.attempt;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The frame of every verification of a code, whatever its kind: an attempt is taken from the
 * account's budget first, then a failure is reserved, and only then the code is looked at. The
 * order matters: whatever is interrupted, and however many requests come at once, no guess is free.
 */
@ApplicationScoped
public class AttemptBudget {

  /** The ceiling ends by recovery alone; an answer needs some time, so it is the longest one. */
  public static final Duration UNTIL_RECOVERY = Duration.ofHours(1);

  private static final Logger LOG = Logger.getLogger(AttemptBudget.class);

  private final Budgets budgets;

  AttemptBudget(Budgets budgets) {
    this.budgets = budgets;
  }

  /**
   * Looks at a code if the budget has an attempt left. Fails when a store is down: nobody passes
   * and nothing is counted for nothing.
   *
   * @param reserve counts a failure before the code is looked at; when that fails nothing was
   * @param evaluate looks at the code, given what was reserved
   */
  public <R> Uni<Verification> within(
      Limit limit,
      AccountId account,
      Supplier<Uni<? extends R>> reserve,
      Function<R, Uni<? extends Verification>> evaluate) {
    return budgets
        .take(limit, account.toString())
        .chain(grant ->
            switch (grant) {
              case Grant.Refused(var after) ->
                  Uni.createFrom().item(new Verification.Locked(after));
              case Grant.Granted _ ->
                  Uni.createFrom()
                      .<R>deferred(reserve)
                      .onFailure()
                      .call(() -> giveBack(limit, account))
                      .<Verification>chain(evaluate);
            });
  }

  /** Takes one attempt back; never fails. */
  public Uni<Void> giveBack(Limit limit, AccountId account) {
    return budgets.giveBack(limit, account.toString());
  }

  /**
   * Forgets the attempts of who has shown a right code. Never fails: the code is spent, and to
   * refuse now would cost the person another one.
   */
  public Uni<Void> forget(Limit limit, AccountId account) {
    return budgets
        .clear(limit, account.toString())
        .onFailure()
        .invoke(failure -> LOG.warnf("budget not cleared accountId=%s", account))
        .onFailure()
        .recoverWithNull();
  }
}
