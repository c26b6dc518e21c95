package dev.latchkey.auth.cascade;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Inbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keeps auth-service's own copy of the masked recovery phone, which {@code /account} shows. */
@ApplicationScoped
class PhoneNoting {

  private final Inbox inbox;
  private final Accounts accounts;

  PhoneNoting(Inbox inbox, Accounts accounts) {
    this.inbox = inbox;
    this.accounts = accounts;
  }

  /** Once an event: one that comes again must not bring back a phone that was removed since. */
  @WithTransaction
  Uni<Void> note(EventId event, MfaEvent fact, @Nullable String masked) {
    return inbox
        .once(
            event, () -> accounts.setSmsNumber(fact.account(), masked, fact.at()).replaceWithVoid())
        .replaceWithVoid();
  }
}
