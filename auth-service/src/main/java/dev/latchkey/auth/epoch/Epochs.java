package dev.latchkey.auth.epoch;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.outbox.Bell;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * The current epoch of accounts: PostgreSQL decides, Redis has a copy that is trusted or absent.
 */
@ApplicationScoped
public class Epochs {

  private static final String CHANNEL = "epoch";

  private final EpochTruth truth;
  private final EpochCopy copy;
  private final Bell bell;

  Epochs(EpochTruth truth, EpochCopy copy, Bell bell) {
    this.truth = truth;
    this.copy = copy;
    this.bell = bell;
  }

  /** Another replica's rise reaches this one at its commit, also when that replica died then. */
  void listen(@Observes StartupEvent start) {
    var unused = bell.listen(CHANNEL, this::heard);
  }

  /** What the account lets live, or nothing when there is no such account. */
  public Uni<Optional<Standing>> of(AccountId account) {
    return copy.read(account)
        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : refreshed(account));
  }

  /** Makes every reader ask PostgreSQL until the rise is over; call before its transaction. */
  public Uni<Void> fence(AccountId account, int leaving) {
    // Redis away: no session can be checked at all then, and a copy that comes back expires.
    return copy.fence(account, leaving)
        .onFailure()
        .invoke(away -> Log.warnf("epoch not fenced accountId=%s outcome=redis_away", account))
        .onFailure()
        .recoverWithNull();
  }

  /** Announces a rise to all replicas; call inside its transaction. */
  public Uni<Void> announce(AccountId account) {
    return Bell.ring(CHANNEL, account.toString());
  }

  /** Puts the committed epoch into Redis; call after the commit. */
  public Uni<Void> publish(AccountId account, Standing standing) {
    return copy.put(account, standing);
  }

  private Uni<Optional<Standing>> refreshed(AccountId account) {
    return truth
        .of(account)
        .call(found ->
            found
                .map(standing -> copy.put(account, standing))
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private void heard(String payload) {
    var account = AccountId.of(payload);
    refreshed(account)
        .subscribe()
        .with(
            done -> {},
            failure -> Log.warnf("epoch not copied accountId=%s outcome=failed", account));
  }

  /** The epoch as PostgreSQL has it; a bean of its own because it needs a session of its own. */
  @ApplicationScoped
  static class EpochTruth {

    private final Accounts accounts;

    EpochTruth(Accounts accounts) {
      this.accounts = accounts;
    }

    @WithSession
    Uni<Optional<Standing>> of(AccountId account) {
      return accounts.byId(account).map(found -> found.map(EpochTruth::standing));
    }

    private static Standing standing(Account account) {
      var kept = account.keptSession();
      return new Standing(account.epoch(), kept == null ? null : new SessionId(kept));
    }
  }
}
