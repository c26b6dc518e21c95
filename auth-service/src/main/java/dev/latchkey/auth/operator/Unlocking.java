package dev.latchkey.auth.operator;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.signin.PasswordCheck;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Forgets an account's failed passwords, so that who is locked out need not wait. */
@ApplicationScoped
class Unlocking {

  private static final Duration DAY = Duration.ofDays(1);

  /** Whoever has an operator's key, and unlocks after each ten guesses, could guess for ever. */
  private static final Limit UNLOCKS = new Limit("operator-unlock", 5, DAY, DAY);

  private final Budgets budgets;
  private final OperatorLog log;
  private final PasswordCheck passwords;

  Unlocking(Budgets budgets, OperatorLog log, PasswordCheck passwords) {
    this.budgets = budgets;
    this.log = log;
    this.passwords = passwords;
  }

  Uni<UnlockOutcome> unlock(AccountId account, String operator) {
    return budgets
        .take(UNLOCKS, account.toString())
        .chain(grant ->
            switch (grant) {
              case Grant.Granted _ -> unlocked(account, operator);
              case Grant.Refused(var after) ->
                  Uni.createFrom().item(new UnlockOutcome.TooOften(after));
            });
  }

  private Uni<UnlockOutcome> unlocked(AccountId account, String operator) {
    return log.opened(account, operator, Deed.PASSWORD_ATTEMPTS_FORGIVEN).chain(this::forgiven);
  }

  private Uni<UnlockOutcome> forgiven(Optional<Account> found) {
    return found.isPresent()
        ? passwords.unlock(found.get()).replaceWith(new UnlockOutcome.Done())
        : Uni.createFrom().item(new UnlockOutcome.NoAccount());
  }
}
