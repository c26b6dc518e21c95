package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.device.Devices;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.password.PasswordHashing;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a password, at sign-in and as step-up alike: one attempt is taken from the budget first,
 * then exactly one hash is computed, also for nobody.
 */
@ApplicationScoped
public class PasswordCheck {

  private final Candidates candidates;
  private final Devices devices;
  private final Budgets budgets;
  private final PasswordHashing hashing;

  PasswordCheck(Candidates candidates, Devices devices, Budgets budgets, PasswordHashing hashing) {
    this.candidates = candidates;
    this.devices = devices;
    this.budgets = budgets;
    this.hashing = hashing;
  }

  /** Checks a password; fails when Redis or PostgreSQL is away or the hashing is busy. */
  public Uni<PasswordCheckOutcome> check(
      EmailAddress email, Password password, Optional<OpaqueToken> device) {
    return hashing
        .room()
        .chain(() -> candidates.of(email))
        .chain(candidate -> pool(email, candidate, device))
        .chain(pool -> within(pool, password));
  }

  /** A sign-in is complete: forget the failures on the pool that it used. */
  public Uni<Void> succeeded(Account account, boolean knownDevice) {
    var pool = knownDevice ? known(account) : anywhere(account.email());
    return budgets.clear(pool.limit(), pool.key());
  }

  /** Forgets the failures on every pool of the account: an operator knows who it is. */
  public Uni<Void> unlock(Account account) {
    var anywhere = anywhere(account.email());
    var known = known(account);
    return budgets
        .clear(anywhere.limit(), anywhere.key())
        .chain(() -> budgets.clear(known.limit(), known.key()));
  }

  /** A device is looked up for nobody, too: a look-up less would tell that there is no account. */
  private Uni<Pool> pool(EmailAddress email, Candidate candidate, Optional<OpaqueToken> device) {
    return device
        .map(devices::owner)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(owner -> pool(email, candidate.account(), owner).with(candidate));
  }

  private static Pool pool(
      EmailAddress email, @Nullable Account account, Optional<AccountId> ofDevice) {
    return account != null && ofDevice.filter(account.id()::equals).isPresent()
        ? known(account)
        : anywhere(email);
  }

  private Uni<PasswordCheckOutcome> within(Pool pool, Password password) {
    return budgets
        .take(pool.limit(), pool.key())
        .chain(grant ->
            switch (grant) {
              case Grant.Granted granted -> compared(pool, password);
              case Grant.Refused refused ->
                  Uni.createFrom().item(new PasswordCheckOutcome.Locked(refused.retryAfter()));
            });
  }

  private Uni<PasswordCheckOutcome> compared(Pool pool, Password password) {
    // Deferred: a stored hash that nobody can read fails here too, and must cost no attempt.
    return Uni.createFrom()
        .deferred(() -> matches(pool.candidate(), password))
        .onFailure()
        .call(() -> budgets.giveBack(pool.limit(), pool.key()))
        .map(right -> verdict(pool, right))
        // A right password is no failed attempt, but it clears none either: whoever has it must
        // not be able to reset the count of anything.
        .call(verdict ->
            verdict instanceof PasswordCheckOutcome.Wrong
                ? Uni.createFrom().voidItem()
                : budgets.giveBack(pool.limit(), pool.key()));
  }

  private Uni<Boolean> matches(Candidate candidate, Password password) {
    return candidate
        .hash()
        .map(hash -> hashing.matches(password, hash))
        .orElseGet(() -> hashing.matchesNobody(password));
  }

  private static PasswordCheckOutcome verdict(Pool pool, boolean right) {
    if (!right) {
      return new PasswordCheckOutcome.Wrong();
    }
    var account = pool.candidate().account();
    return account == null
        ? new PasswordCheckOutcome.Unverified()
        : new PasswordCheckOutcome.Right(account, pool.limit().equals(PasswordLimits.KNOWN_DEVICE));
  }

  private static Pool anywhere(EmailAddress email) {
    return new Pool(PasswordLimits.ANYWHERE, email.value(), new Candidate(null, null));
  }

  private static Pool known(Account account) {
    return new Pool(
        PasswordLimits.KNOWN_DEVICE, account.id().toString(), new Candidate(null, null));
  }

  /** What an attempt counts on, and whom it is for. */
  private record Pool(Limit limit, String key, Candidate candidate) {
    Pool with(Candidate found) {
      return new Pool(limit, key, found);
    }
  }
}
