package dev.latchkey.auth.operator;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says what an operator does, before it is done: what then fails was tried, and nothing is done
 * that the account's owner can't read of.
 */
@ApplicationScoped
class OperatorLog {

  private final Accounts accounts;
  private final Outbox outbox;
  private final Clock clock;

  OperatorLog(Accounts accounts, Outbox outbox, Clock clock) {
    this.accounts = accounts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The account of that id, with the deed said in the same transaction; nothing without one. */
  @WithTransaction
  Uni<Optional<Account>> opened(AccountId account, String operator, Deed deed) {
    return said(() -> accounts.byId(account), operator, deed);
  }

  /** The same by address. */
  @WithTransaction
  Uni<Optional<Account>> opened(EmailAddress email, String operator, Deed deed) {
    return said(() -> accounts.byEmail(email), operator, deed);
  }

  /** Says it in the transaction of the caller. */
  Uni<Void> say(AccountId account, String operator, Deed deed) {
    Log.infof("operator acted operator=%s accountId=%s outcome=%s", operator, account, deed);
    return outbox
        .append(new OperatorActed(account, clock.instant(), operator, deed))
        .replaceWithVoid();
  }

  private Uni<Optional<Account>> said(
      Supplier<Uni<Optional<Account>>> look, String operator, Deed deed) {
    return look.get()
        .call(found ->
            found
                .map(account -> say(account.id(), operator, deed))
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
