package dev.latchkey.auth.closing;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.cascade.Cascade;
import dev.latchkey.auth.cascade.Cause;
import dev.latchkey.auth.cascade.Causes;
import dev.latchkey.auth.cascade.Cut;
import dev.latchkey.auth.cascade.CutOutcome;
import dev.latchkey.auth.cascade.Reach;
import dev.latchkey.auth.mail.MailRequests;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Closes an account: everything ends, the row goes, the other services hear of it. */
@ApplicationScoped
public class AccountClosing {

  /** Its owner should know, also when the mail server is away for a while. */
  private static final Duration FAREWELL = Duration.ofDays(1);

  private final Cascade cascade;
  private final Closing closing;
  private final RandomIds ids;
  private final Clock clock;

  AccountClosing(Cascade cascade, Closing closing, RandomIds ids, Clock clock) {
    this.cascade = cascade;
    this.closing = closing;
    this.ids = ids;
    this.clock = clock;
  }

  /** True when the account was closed; false when another change came first. */
  public Uni<Boolean> close(Caller caller) {
    var id = new EventId(ids.next());
    var cause = Causes.byCaller(Change.ACCOUNT_CLOSED, id, caller, clock.instant());
    return cascade.run(cause, reach -> closing.close(cause, reach)).map(Optional::isPresent);
  }

  /** The transaction of {@link AccountClosing}. */
  @ApplicationScoped
  static class Closing {

    private final Accounts accounts;
    private final Cut cut;
    private final MailRequests mails;
    private final Outbox outbox;
    private final OriginSeal seal;

    Closing(Accounts accounts, Cut cut, MailRequests mails, Outbox outbox, OriginSeal seal) {
      this.accounts = accounts;
      this.cut = cut;
      this.mails = mails;
      this.outbox = outbox;
      this.seal = seal;
    }

    @WithTransaction
    Uni<Optional<CutOutcome>> close(Cause cause, Reach reach) {
      return cut.make(cause, reach)
          .call(made -> made.isPresent() ? gone(cause) : Uni.createFrom().voidItem());
    }

    private Uni<Void> gone(Cause cause) {
      var origin = seal.seal(cause.account(), cause.origin());
      return farewell(cause)
          .chain(() -> accounts.deleteById(cause.account().value()))
          .chain(() -> outbox.append(new AccountClosed(cause.account(), cause.at(), origin)))
          .replaceWithVoid();
    }

    /** Asked for here, because once the row is gone nobody knows where to write. */
    private Uni<Void> farewell(Cause cause) {
      return accounts
          .byId(cause.account())
          .map(found -> found.orElseThrow().email().value())
          .map(address -> new Message.AccountGone(address, cause.at(), cause.origin()))
          .chain(letter -> mails.ask(cause.account(), letter, FAREWELL));
    }
  }
}
