package dev.latchkey.auth.operator;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.cascade.Cascade;
import dev.latchkey.auth.cascade.Cause;
import dev.latchkey.auth.cascade.Cut;
import dev.latchkey.auth.cascade.CutOutcome;
import dev.latchkey.auth.cascade.Reach;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.RandomIds;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Ends every session of an account and every sign-in of the command line; keeps none. */
@ApplicationScoped
class SignOut {

  private final Cascade cascade;
  private final Writing writing;
  private final RandomIds ids;
  private final Clock clock;

  SignOut(Cascade cascade, Writing writing, RandomIds ids, Clock clock) {
    this.cascade = cascade;
    this.writing = writing;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<SignOutOutcome> signOut(AccountId account, String operator) {
    return writing
        .epoch(account)
        .chain(epoch ->
            epoch.isPresent()
                ? cut(cause(account, epoch.get()), operator)
                : Uni.createFrom().item(new SignOutOutcome.NoAccount()));
  }

  private Uni<SignOutOutcome> cut(Cause cause, String operator) {
    return cascade
        .run(cause, reach -> writing.end(cause, reach, operator))
        .map(receipt ->
            receipt
                .<SignOutOutcome>map(SignOutOutcome.Done::new)
                .orElseGet(SignOutOutcome.Overtaken::new));
  }

  private Cause cause(AccountId account, int epoch) {
    var id = new EventId(ids.next());
    return new Cause(
        id, Change.SESSIONS_ENDED, account, null, epoch, clock.instant(), false, Origin.OPERATOR);
  }

  /** The transactions of {@link SignOut}. */
  @ApplicationScoped
  static class Writing {

    private final Accounts accounts;
    private final Cut cut;
    private final OperatorLog log;

    Writing(Accounts accounts, Cut cut, OperatorLog log) {
      this.accounts = accounts;
      this.cut = cut;
      this.log = log;
    }

    @WithSession
    Uni<Optional<Integer>> epoch(AccountId account) {
      return accounts.epochOf(account);
    }

    @WithTransaction
    Uni<Optional<CutOutcome>> end(Cause cause, Reach reach, String operator) {
      return cut.make(cause, reach)
          .call(made ->
              made.isPresent()
                  ? log.say(cause.account(), operator, Deed.SESSIONS_ENDED)
                  : Uni.createFrom().voidItem());
    }
  }
}
