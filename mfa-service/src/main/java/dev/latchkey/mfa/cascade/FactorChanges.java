package dev.latchkey.mfa.cascade;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.recoverycode.RecoveryCodes;
import dev.latchkey.mfa.recoveryphone.RecoveryPhones;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What becomes of a change once auth-service has answered. Until then both sides of it are kept,
 * however long that takes: a password change that came between must not leave a thief's factor in
 * place of the owner's. After the answer nothing is left over. An answer may come twice, by HTTP
 * and by Kafka; the second finds nothing to do.
 *
 * <p>Changes of one account are a row: each takes out of use what the one before it had switched
 * on, and several may be unanswered at once. To undo one in the middle takes it out of that row and
 * leaves the later ones as they are: what it had retired passes to the change that follows it, to
 * be erased or brought back by that one's answer. So a refused change never takes away, nor
 * doubles, a factor that a later change has put there, in whatever order the answers come; the
 * unique index holds it to that. A change that stands makes all before it irrelevant.
 *
 * <p>Recovery codes and phone need no undoing: they count while a factor of their time is in use,
 * and go when the last such factor is erased. So a switching-off that is taken back brings them
 * back, too.
 */
@ApplicationScoped
class FactorChanges {

  private final TotpFactors factors;
  private final RecoveryCodes codes;
  private final RecoveryPhones phones;

  FactorChanges(TotpFactors factors, RecoveryCodes codes, RecoveryPhones phones) {
    this.factors = factors;
    this.codes = codes;
    this.phones = phones;
  }

  /** The change stands: erases what it and changes before it took out of use. */
  @WithTransaction
  Uni<Void> settle(AccountId account, EventId change) {
    return factors
        .hold(account)
        .chain(() -> factors.erase(account, change))
        .chain(() -> codes.eraseOutlived(account))
        .chain(() -> phones.eraseOutlived(account))
        .replaceWithVoid();
  }

  /** The change was refused: everything is as if it had not been made. */
  @WithTransaction
  Uni<Void> undo(AccountId account, EventId change) {
    return factors
        .hold(account)
        .chain(() -> factors.undo(change))
        .chain(() -> codes.eraseOutlived(account))
        .chain(() -> phones.eraseOutlived(account))
        .replaceWithVoid();
  }
}
