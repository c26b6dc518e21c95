package dev.latchkey.auth.profile;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.emailchange.EmailChangeOutcome;
import dev.latchkey.auth.emailchange.EmailChanging;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.passwordchange.PasswordChangeOutcome;
import dev.latchkey.auth.passwordchange.PasswordChanging;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sorts what {@code PATCH /account} asks for; answers the refusal, or nothing when it is done. */
@ApplicationScoped
class AccountChanges {

  private final AccountReading accounts;
  private final PasswordChanging passwords;
  private final EmailChanging emails;
  private final TwoFactorDisabling twoFactor;

  AccountChanges(
      AccountReading accounts,
      PasswordChanging passwords,
      EmailChanging emails,
      TwoFactorDisabling twoFactor) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.emails = emails;
    this.twoFactor = twoFactor;
  }

  Uni<Optional<Problem>> apply(Caller caller, Account account, AccountPatch patch) {
    if (patch.newPassword() != null) {
      return password(caller, account, patch, patch.newPassword());
    }
    if (patch.email() != null) {
      return email(caller, account, patch, patch.email());
    }
    if (patch.twoFactorAuthentication() != null) {
      return twoFactor(caller, account, patch, patch.twoFactorAuthentication());
    }
    if (patch.name() != null) {
      return accounts.rename(caller.account(), patch.name()).replaceWith(Optional.empty());
    }
    return refuse(
        CommonProblem.INVALID_PARAMS
            .problem()
            .message(
                "Say what to change: name, email, new_password or two_factor_authentication."));
  }

  private Uni<Optional<Problem>> password(
      Caller caller, Account account, AccountPatch patch, String typed) {
    var shown = Optional.ofNullable(patch.password()).map(AccountChanges::orNobodys);
    return Password.parse(typed)
        .map(wanted -> passwords.change(caller, account, shown, wanted).map(this::problem))
        .orElseGet(() ->
            refuse(
                AuthProblem.PASSWORD_REFUSED.problem().message("The new password is too long.")));
  }

  private Optional<Problem> problem(PasswordChangeOutcome outcome) {
    return switch (outcome) {
      case PasswordChangeOutcome.Changed changed -> Optional.empty();
      case PasswordChangeOutcome.PasswordMissing missing ->
          Optional.of(AuthProblem.PASSWORD_REQUIRED.problem().message("Say the current password."));
      case PasswordChangeOutcome.WrongPassword wrong ->
          Optional.of(AuthProblem.INVALID_PASSWORD.problem());
      case PasswordChangeOutcome.Refused refused ->
          Optional.of(AuthProblem.PASSWORD_REFUSED.problem().message(refused.message()));
      case PasswordChangeOutcome.Locked locked ->
          Optional.of(AuthProblem.TOO_MANY_ATTEMPTS.problem().retryAfter(locked.retryAfter()));
      case PasswordChangeOutcome.Overtaken overtaken ->
          Optional.of(AuthProblem.INVALID_CREDENTIALS.problem());
    };
  }

  private Uni<Optional<Problem>> email(
      Caller caller, Account account, AccountPatch patch, String typed) {
    var shown = Optional.ofNullable(patch.password()).map(AccountChanges::orNobodys);
    return EmailAddress.parse(typed)
        .map(wanted -> emails.ask(caller, account, shown, wanted).map(this::problem))
        .orElseGet(() -> refuse(invalidEmail("is not a mail address")));
  }

  private Optional<Problem> problem(EmailChangeOutcome outcome) {
    return switch (outcome) {
      case EmailChangeOutcome.MailOnItsWay mail -> Optional.empty();
      case EmailChangeOutcome.NoChange none ->
          Optional.of(invalidEmail("is the address that the account has"));
      case EmailChangeOutcome.PasswordMissing missing ->
          Optional.of(AuthProblem.PASSWORD_REQUIRED.problem());
      case EmailChangeOutcome.WrongPassword wrong ->
          Optional.of(AuthProblem.INVALID_PASSWORD.problem());
      case EmailChangeOutcome.FactorMissing missing ->
          Optional.of(AuthProblem.TWO_FACTOR.problem().header(Headers.TWO_FACTOR_REQUIRED, "true"));
      case EmailChangeOutcome.TooMany many ->
          Optional.of(AuthProblem.TOO_MANY_ATTEMPTS.problem().retryAfter(many.retryAfter()));
      case EmailChangeOutcome.Overtaken overtaken ->
          Optional.of(AuthProblem.INVALID_CREDENTIALS.problem());
    };
  }

  private static Problem invalidEmail(String why) {
    return CommonProblem.INVALID_PARAMS.problem().field("email").message(why);
  }

  private Uni<Optional<Problem>> twoFactor(
      Caller caller, Account account, AccountPatch patch, boolean on) {
    if (on) {
      return refuse(
          AuthProblem.NOT_OFFERED
              .problem()
              .message("Switch two-factor on with POST /account/two-factor."));
    }
    var shown = Optional.ofNullable(patch.password()).map(AccountChanges::orNobodys);
    return twoFactor.disable(caller, account, shown).map(this::problem);
  }

  /** A text that can't be a password is a wrong one. */
  private static Password orNobodys(String typed) {
    return Password.parse(typed).orElseGet(() -> Password.of(""));
  }

  private Optional<Problem> problem(TwoFactorDisablingOutcome outcome) {
    return switch (outcome) {
      case TwoFactorDisablingOutcome.Off off -> Optional.empty();
      case TwoFactorDisablingOutcome.NotQualified not ->
          Optional.of(AuthProblem.NOT_QUALIFIED.problem());
      case TwoFactorDisablingOutcome.PasswordMissing missing ->
          Optional.of(AuthProblem.PASSWORD_REQUIRED.problem());
      case TwoFactorDisablingOutcome.WrongPassword wrong ->
          Optional.of(AuthProblem.INVALID_PASSWORD.problem());
      case TwoFactorDisablingOutcome.Locked locked ->
          Optional.of(AuthProblem.TOO_MANY_ATTEMPTS.problem().retryAfter(locked.retryAfter()));
      case TwoFactorDisablingOutcome.Overtaken overtaken ->
          Optional.of(AuthProblem.INVALID_CREDENTIALS.problem());
    };
  }

  private static Uni<Optional<Problem>> refuse(Problem problem) {
    return Uni.createFrom().item(Optional.of(problem));
  }
}
