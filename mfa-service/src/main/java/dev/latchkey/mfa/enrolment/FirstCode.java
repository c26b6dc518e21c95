package dev.latchkey.mfa.enrolment;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.mfa.attempt.AttemptBudget;
import dev.latchkey.mfa.attempt.AttemptPool;
import dev.latchkey.mfa.totp.TimeStep;
import dev.latchkey.mfa.totp.Totp;
import dev.latchkey.mfa.totp.TotpCode;
import dev.latchkey.mfa.totp.TotpSecret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Looks at the code that confirms; its guesses count on the account's budget like all others. */
@ApplicationScoped
class FirstCode {

  private final Budgets budgets;
  private final AttemptBudget attempts;
  private final Clock clock;

  FirstCode(Budgets budgets, AttemptBudget attempts, Clock clock) {
    this.budgets = budgets;
    this.attempts = attempts;
    this.clock = clock;
  }

  Uni<Seen> look(AccountId account, TotpSecret secret, TotpCode code) {
    return budgets
        .take(AttemptPool.ANYWHERE.limit(), account.toString())
        .map(grant ->
            switch (grant) {
              case Grant.Refused(var after) -> new Seen.Locked(after);
              case Grant.Granted _ -> seen(secret, code);
            });
  }

  /** Forgets the wrong ones. Should that fail they are forgotten a quarter of an hour later. */
  Uni<Void> clear(AccountId account) {
    return attempts.forget(AttemptPool.ANYWHERE.limit(), account);
  }

  private Seen seen(TotpSecret secret, TotpCode code) {
    var now = TimeStep.at(clock.instant());
    var step = Totp.STANDARD.match(secret, code, now, TimeStep.NEVER);
    return step == null ? new Seen.Wrong() : new Seen.Right(step);
  }

  /** What came of looking. */
  sealed interface Seen {
    record Right(TimeStep step) implements Seen {}

    record Wrong() implements Seen {}

    record Locked(Duration retryAfter) implements Seen {}
  }
}
