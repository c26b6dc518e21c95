package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.auth.password.PasswordHashing;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused.Reason;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What is noted of sign-ins: refusals for the owner to see, failures forgotten, hashes renewed. */
@ApplicationScoped
class SignInRecord {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Limit SAYING_LOCKED = new Limit("sign-in-locked-said", 1, WINDOW, WINDOW);

  private final PasswordCheck passwords;
  private final PasswordHashing hashing;
  private final Budgets budgets;
  private final Writing writing;
  private final MeterRegistry metrics;

  SignInRecord(
      PasswordCheck passwords,
      PasswordHashing hashing,
      Budgets budgets,
      Writing writing,
      MeterRegistry metrics) {
    this.passwords = passwords;
    this.hashing = hashing;
    this.budgets = budgets;
    this.writing = writing;
    this.metrics = metrics;
  }

  /** After a sign-in with the password at hand, which may be due for a stronger hash. */
  Uni<Void> complete(SignInOutcome outcome, Password password) {
    return complete(outcome)
        .chain(() ->
            outcome instanceof SignInOutcome.Complete done
                ? rehashed(done.account(), password)
                : Uni.createFrom().voidItem());
  }

  Uni<Void> complete(SignInOutcome outcome) {
    metrics
        .counter(
            "latchkey.sign.in",
            "outcome",
            outcome.getClass().getSimpleName(),
            "factor",
            factor(outcome))
        .increment();
    return outcome instanceof SignInOutcome.Complete done
        ? passwords.succeeded(done.account(), done.knownDevice())
        : Uni.createFrom().voidItem();
  }

  /** What got somebody in beside the password. */
  private static String factor(SignInOutcome outcome) {
    return outcome instanceof SignInOutcome.Complete done
        ? Optional.ofNullable(done.secondFactor()).map(Proof::text).orElse("none")
        : "none";
  }

  /** The password was right and the second factor was not: its owner wants to know. */
  Uni<Void> refused(Account account, Reason reason, Origin origin) {
    return writing.refused(account, reason, origin);
  }

  /** Nobody may try for now. Said once a window: who has the password must not fill the log. */
  Uni<Void> locked(Account account, Origin origin) {
    return budgets
        .take(SAYING_LOCKED, account.id().toString())
        .chain(grant ->
            switch (grant) {
              case Grant.Granted granted ->
                  writing.refused(account, Reason.SECOND_FACTOR_LOCKED, origin);
              case Grant.Refused said -> Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> rehashed(Account account, Password password) {
    var old = PasswordHash.parse(account.passwordHash());
    return hashing.outdated(old)
        ? hashing
            .hash(password)
            .chain(stronger -> writing.rehash(account, stronger))
            // The sign-in is right all the same; the next one tries again.
            .onFailure()
            .invoke(failure ->
                Log.warnf(
                    "password not hashed anew accountId=%s outcome=%s",
                    account.id(), failure.getClass().getSimpleName()))
            .onFailure()
            .recoverWithNull()
        : Uni.createFrom().voidItem();
  }

  /** The transactions of {@link SignInRecord}. */
  @ApplicationScoped
  static class Writing {

    private final Accounts accounts;
    private final Outbox outbox;
    private final OriginSeal seal;
    private final Clock clock;

    Writing(Accounts accounts, Outbox outbox, OriginSeal seal, Clock clock) {
      this.accounts = accounts;
      this.outbox = outbox;
      this.seal = seal;
      this.clock = clock;
    }

    @WithTransaction
    Uni<Void> refused(Account account, Reason reason, Origin origin) {
      var id = account.id();
      return outbox
          .append(new SignInRefused(id, clock.instant(), reason, seal.seal(id, origin)))
          .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> rehash(Account account, PasswordHash stronger) {
      return accounts
          .rehash(account.id(), account.passwordHash(), stronger.text())
          .replaceWithVoid();
    }
  }
}
