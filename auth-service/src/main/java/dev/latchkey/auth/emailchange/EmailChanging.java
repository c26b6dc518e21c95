package dev.latchkey.auth.emailchange;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.secondfactor.SecondFactors;
import dev.latchkey.auth.signin.PasswordCheck;
import dev.latchkey.auth.signin.PasswordCheckOutcome;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes the wish for another address: password and second factor are asked, then a link goes to the
 * new mailbox. The answer is the same for an address that somebody has.
 */
@ApplicationScoped
public class EmailChanging {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Limit PER_ACCOUNT = new Limit("email-change", 5, HOUR, HOUR);
  private static final Limit PER_MAILBOX = new Limit("email-change-mailbox", 5, HOUR, HOUR);

  private final PasswordCheck passwords;
  private final SecondFactors factors;
  private final Budgets budgets;
  private final WaitingChange waiting;

  EmailChanging(
      PasswordCheck passwords, SecondFactors factors, Budgets budgets, WaitingChange waiting) {
    this.passwords = passwords;
    this.factors = factors;
    this.budgets = budgets;
    this.waiting = waiting;
  }

  /**
   * Asks for the change.
   *
   * @param shown the password in the body; one in the header was checked by the edge
   */
  public Uni<EmailChangeOutcome> ask(
      Caller caller, Account account, Optional<Password> shown, EmailAddress wanted) {
    return password(
        caller, account, shown, () -> factor(caller, () -> within(caller, account, wanted)));
  }

  private Uni<EmailChangeOutcome> password(
      Caller caller,
      Account account,
      Optional<Password> shown,
      Supplier<Uni<EmailChangeOutcome>> next) {
    if (caller.passwordAt() != null) {
      return next.get();
    }
    if (shown.isEmpty()) {
      return answer(new EmailChangeOutcome.PasswordMissing());
    }
    return passwords
        .check(account.email(), shown.get(), Optional.empty())
        .chain(outcome ->
            switch (outcome) {
              case PasswordCheckOutcome.Right right -> next.get();
              case PasswordCheckOutcome.Locked locked ->
                  answer(new EmailChangeOutcome.TooMany(locked.retryAfter()));
              case PasswordCheckOutcome.Wrong wrong ->
                  answer(new EmailChangeOutcome.WrongPassword());
              case PasswordCheckOutcome.Unverified other ->
                  answer(new EmailChangeOutcome.WrongPassword());
            });
  }

  /** Whether a factor is due is for mfa-service to say: our own copy may lag behind. */
  private Uni<EmailChangeOutcome> factor(Caller caller, Supplier<Uni<EmailChangeOutcome>> next) {
    return caller.factorAt() != null
        ? next.get()
        : factors
            .due(caller.account())
            .chain(
                due -> due.isEmpty() ? next.get() : answer(new EmailChangeOutcome.FactorMissing()));
  }

  private Uni<EmailChangeOutcome> within(Caller caller, Account account, EmailAddress wanted) {
    if (wanted.equals(account.email())) {
      return answer(new EmailChangeOutcome.NoChange());
    }
    return budgets
        .take(PER_ACCOUNT, account.id().toString())
        .chain(grant ->
            grant instanceof Grant.Granted
                ? budgets.take(PER_MAILBOX, wanted.value())
                : Uni.createFrom().item(grant))
        .chain(grant ->
            switch (grant) {
              case Grant.Granted granted -> waiting.keep(caller, wanted);
              case Grant.Refused refused ->
                  answer(new EmailChangeOutcome.TooMany(refused.retryAfter()));
            });
  }

  private static Uni<EmailChangeOutcome> answer(EmailChangeOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
