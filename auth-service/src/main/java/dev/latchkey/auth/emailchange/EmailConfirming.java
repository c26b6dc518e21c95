package dev.latchkey.auth.emailchange;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.registration.Registrations;
import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Changes the address when the link in the new mailbox is opened, unless a security change has come
 * since: whoever asked may have been thrown out by it.
 */
@ApplicationScoped
class EmailConfirming {

  /** An account's address that was just shown to be the person's. */
  record Confirmed(AccountId id, EmailAddress email) {}

  private final Once once;

  EmailConfirming(Once once) {
    this.once = once;
  }

  /** The new address, or nothing when the link is (no longer) good for one. */
  Uni<Optional<Confirmed>> confirm(OpaqueToken token, Origin origin) {
    return once.confirm(token, origin)
        // Somebody else got the same address between our look and our commit: it is theirs.
        .onFailure(ConstraintViolationException.class)
        .recoverWithItem(Optional.empty());
  }

  /** The transaction of {@link EmailConfirming}. */
  @ApplicationScoped
  static class Once {
    private final EmailChanges changes;
    private final Accounts accounts;
    private final Registrations registrations;
    private final Outbox outbox;
    private final AddressSeal addresses;
    private final OriginSeal origins;
    private final Clock clock;

    Once(
        EmailChanges changes,
        Accounts accounts,
        Registrations registrations,
        Outbox outbox,
        AddressSeal addresses,
        OriginSeal origins,
        Clock clock) {
      this.changes = changes;
      this.accounts = accounts;
      this.registrations = registrations;
      this.outbox = outbox;
      this.addresses = addresses;
      this.origins = origins;
      this.clock = clock;
    }

    @WithTransaction
    Uni<Optional<Confirmed>> confirm(OpaqueToken token, Origin origin) {
      return changes
          .byToken(token)
          .chain(
              found -> found.map(change -> confirm(change, token, origin)).orElseGet(() -> none()));
    }

    private Uni<Optional<Confirmed>> confirm(EmailChange change, OpaqueToken token, Origin origin) {
      return accounts
          .byIdForUpdate(change.account())
          .map(found -> found.filter(account -> account.epoch() == change.epoch))
          .chain(found ->
              found.map(account -> spent(account, change, token, origin)).orElseGet(() -> none()));
    }

    private Uni<Optional<Confirmed>> spent(
        Account account, EmailChange change, OpaqueToken token, Origin origin) {
      var old = account.email();
      return changes
          .spend(token)
          .chain(first ->
              first
                  ? accounts.changeEmail(account.id(), change.email(), clock.instant())
                  : Uni.createFrom().item(false))
          .chain(changed -> changed ? told(change, old, origin) : none());
    }

    private Uni<Optional<Confirmed>> told(EmailChange change, EmailAddress old, Origin origin) {
      var account = change.account();
      var fact =
          new EmailChanged(
              account,
              clock.instant(),
              addresses.seal(account, old.value()),
              origins.seal(account, origin));
      return registrations
          .drop(change.email())
          .chain(() -> outbox.append(fact))
          .replaceWith(Optional.of(new Confirmed(account, change.email())));
    }

    private static Uni<Optional<Confirmed>> none() {
      return Uni.createFrom().item(Optional.empty());
    }
  }
}
