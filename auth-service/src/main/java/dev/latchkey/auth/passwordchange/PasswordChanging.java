package dev.latchkey.auth.passwordchange;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.cascade.Cascade;
import dev.latchkey.auth.cascade.Cause;
import dev.latchkey.auth.cascade.Causes;
import dev.latchkey.auth.cascade.Cut;
import dev.latchkey.auth.cascade.CutOutcome;
import dev.latchkey.auth.cascade.Reach;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.auth.password.PasswordHashing;
import dev.latchkey.auth.password.PasswordPolicy;
import dev.latchkey.auth.password.PasswordVerdict;
import dev.latchkey.auth.signin.PasswordCheck;
import dev.latchkey.auth.signin.PasswordCheckOutcome;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Changes a password: check the old, judge the new, hash it, then change and cut in one. */
@ApplicationScoped
public class PasswordChanging {

  private final PasswordCheck passwords;
  private final PasswordHashing hashing;
  private final Cascade cascade;
  private final Changing changing;
  private final RandomIds ids;
  private final Clock clock;

  PasswordChanging(
      PasswordCheck passwords,
      PasswordHashing hashing,
      Cascade cascade,
      Changing changing,
      RandomIds ids,
      Clock clock) {
    this.passwords = passwords;
    this.hashing = hashing;
    this.cascade = cascade;
    this.changing = changing;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Changes the password of the caller's account.
   *
   * @param shown the current password in the body; one in the header was checked by the edge
   */
  public Uni<PasswordChangeOutcome> change(
      Caller caller, Account account, Optional<Password> shown, Password wanted) {
    if (caller.passwordAt() != null) {
      return judged(caller, account, wanted);
    }
    return shown
        .map(current -> checked(caller, account, current, wanted))
        .orElseGet(() -> Uni.createFrom().item(new PasswordChangeOutcome.PasswordMissing()));
  }

  private Uni<PasswordChangeOutcome> checked(
      Caller caller, Account account, Password current, Password wanted) {
    return passwords
        .check(account.email(), current, Optional.empty())
        .chain(outcome ->
            switch (outcome) {
              case PasswordCheckOutcome.Right right -> judged(caller, account, wanted);
              case PasswordCheckOutcome.Locked locked ->
                  Uni.createFrom().item(new PasswordChangeOutcome.Locked(locked.retryAfter()));
              case PasswordCheckOutcome.Wrong wrong ->
                  Uni.createFrom().item(new PasswordChangeOutcome.WrongPassword());
              case PasswordCheckOutcome.Unverified other ->
                  Uni.createFrom().item(new PasswordChangeOutcome.WrongPassword());
            });
  }

  private Uni<PasswordChangeOutcome> judged(Caller caller, Account account, Password wanted) {
    boolean secondFactor = account.twoFactorSince() != null;
    return switch (PasswordPolicy.judge(wanted, account.email().value(), secondFactor)) {
      case PasswordVerdict.Refused no ->
          Uni.createFrom().item(new PasswordChangeOutcome.Refused(no.message()));
      case PasswordVerdict.Accepted yes ->
          hashing.hash(wanted).chain(hash -> changed(caller, hash));
    };
  }

  private Uni<PasswordChangeOutcome> changed(Caller caller, PasswordHash hash) {
    var id = new EventId(ids.next());
    var cause = Causes.byCaller(Change.PASSWORD_CHANGED, id, caller, clock.instant());
    return cascade
        .run(cause, reach -> changing.change(cause, reach, hash))
        .map(receipt ->
            receipt.isPresent()
                ? new PasswordChangeOutcome.Changed()
                : new PasswordChangeOutcome.Overtaken());
  }

  /** The transaction of {@link PasswordChanging}. */
  @ApplicationScoped
  static class Changing {

    private final Accounts accounts;
    private final Cut cut;
    private final Outbox outbox;
    private final OriginSeal seal;

    Changing(Accounts accounts, Cut cut, Outbox outbox, OriginSeal seal) {
      this.accounts = accounts;
      this.cut = cut;
      this.outbox = outbox;
      this.seal = seal;
    }

    @WithTransaction
    Uni<Optional<CutOutcome>> change(Cause cause, Reach reach, PasswordHash hash) {
      return accounts
          .setPassword(cause.account(), cause.epoch(), hash.text(), cause.at())
          .chain(changed ->
              changed
                  ? outbox.append(fact(cause)).chain(() -> cut.make(cause, reach))
                  : Uni.createFrom().item(Optional.empty()));
    }

    private PasswordChanged fact(Cause cause) {
      return new PasswordChanged(
          cause.account(), cause.at(), false, seal.seal(cause.account(), cause.origin()));
    }
  }
}
