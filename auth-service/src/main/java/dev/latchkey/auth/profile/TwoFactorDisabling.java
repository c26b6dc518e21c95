package dev.latchkey.auth.profile;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.secondfactor.SecondFactors;
import dev.latchkey.auth.signin.PasswordCheck;
import dev.latchkey.auth.signin.PasswordCheckOutcome;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Switches two-factor off as Heroku's {@code PATCH /account} has it: a password in the body is
 * checked here, one in the header was by the edge. mfa-service does it; its event brings the
 * cascade.
 */
@ApplicationScoped
class TwoFactorDisabling {

  private final PasswordCheck passwords;
  private final SecondFactors factors;

  TwoFactorDisabling(PasswordCheck passwords, SecondFactors factors) {
    this.passwords = passwords;
    this.factors = factors;
  }

  Uni<TwoFactorDisablingOutcome> disable(Caller caller, Account account, Optional<Password> shown) {
    if (!caller.qualified()) {
      return Uni.createFrom().item(new TwoFactorDisablingOutcome.NotQualified());
    }
    if (caller.passwordAt() != null) {
      return off(caller);
    }
    return shown
        .map(password -> checked(caller, account, password))
        .orElseGet(() -> Uni.createFrom().item(new TwoFactorDisablingOutcome.PasswordMissing()));
  }

  private Uni<TwoFactorDisablingOutcome> checked(
      Caller caller, Account account, Password password) {
    return passwords
        .check(account.email(), password, Optional.empty())
        .chain(outcome ->
            switch (outcome) {
              case PasswordCheckOutcome.Right right -> off(caller);
              case PasswordCheckOutcome.Locked locked ->
                  Uni.createFrom().item(new TwoFactorDisablingOutcome.Locked(locked.retryAfter()));
              case PasswordCheckOutcome.Wrong wrong -> wrong();
              case PasswordCheckOutcome.Unverified other -> wrong();
            });
  }

  private Uni<TwoFactorDisablingOutcome> off(Caller caller) {
    var kept = caller.kind() == CredentialKind.SESSION ? caller.session() : null;
    return factors
        .disable(caller.account(), caller.epoch(), kept, caller.origin())
        .map(off ->
            off ? new TwoFactorDisablingOutcome.Off() : new TwoFactorDisablingOutcome.Overtaken());
  }

  private static Uni<TwoFactorDisablingOutcome> wrong() {
    return Uni.createFrom().item(new TwoFactorDisablingOutcome.WrongPassword());
  }
}
