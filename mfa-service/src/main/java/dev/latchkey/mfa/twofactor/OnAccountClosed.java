package dev.latchkey.mfa.twofactor;

import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.mfa.cut.AccountCuts;
import dev.latchkey.mfa.enrolment.Enrolments;
import dev.latchkey.mfa.recoverycode.RecoveryCodes;
import dev.latchkey.mfa.recoveryphone.RecoveryPhones;
import dev.latchkey.mfa.removal.FactorRemovals;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An account is gone: erases its secrets. */
@ApplicationScoped
class OnAccountClosed {

  private final Inbox inbox;
  private final TotpFactors factors;
  private final Enrolments enrolments;
  private final RecoveryCodes codes;
  private final RecoveryPhones phones;
  private final AccountCuts cuts;
  private final FactorRemovals removals;

  OnAccountClosed(
      Inbox inbox,
      TotpFactors factors,
      Enrolments enrolments,
      RecoveryCodes codes,
      RecoveryPhones phones,
      AccountCuts cuts,
      FactorRemovals removals) {
    this.inbox = inbox;
    this.factors = factors;
    this.enrolments = enrolments;
    this.codes = codes;
    this.phones = phones;
    this.cuts = cuts;
    this.removals = removals;
  }

  @WithTransaction
  Uni<Void> hear(EventId id, AccountClosed fact) {
    var account = fact.account();
    return inbox.once(id, () -> erase(account)).replaceWithVoid();
  }

  private Uni<Void> erase(AccountId account) {
    return factors
        .erase(account)
        .chain(() -> codes.erase(account))
        .chain(() -> phones.erase(account))
        .chain(() -> cuts.erase(account))
        .chain(() -> enrolments.erase(account))
        .chain(() -> removals.withdraw(account))
        .replaceWithVoid();
  }
}
