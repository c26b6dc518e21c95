package dev.latchkey.auth.cascade;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Says that a change of the second factor was refused. mfa-service may have been killed before it
 * could ask: without this word a thief's factor would stay on.
 */
@ApplicationScoped
class Refusal {

  private final Inbox inbox;
  private final Accounts accounts;
  private final Outbox outbox;
  private final OriginSeal seal;
  private final Clock clock;

  Refusal(Inbox inbox, Accounts accounts, Outbox outbox, OriginSeal seal, Clock clock) {
    this.inbox = inbox;
    this.accounts = accounts;
    this.outbox = outbox;
    this.seal = seal;
    this.clock = clock;
  }

  /** Says it once a cause, however often that is heard; nothing when the account is gone. */
  @WithTransaction
  Uni<Void> say(Cause cause) {
    return inbox.once(cause.id(), () -> sayIfThere(cause)).replaceWithVoid();
  }

  /** The lock keeps it before AccountClosed, which erases whatever there would be to take back. */
  private Uni<Void> sayIfThere(Cause cause) {
    return accounts
        .byIdForUpdate(cause.account())
        .chain(found ->
            found.isPresent()
                ? outbox.append(fact(cause)).replaceWithVoid()
                : Uni.createFrom().voidItem());
  }

  private MfaChangeRefused fact(Cause cause) {
    return new MfaChangeRefused(
        cause.account(),
        clock.instant(),
        cause.change(),
        cause.id(),
        seal.seal(cause.account(), cause.origin()));
  }
}
