package dev.latchkey.auth.registration;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.apikey.ApiKeys;
import dev.latchkey.contracts.event.AccountEvent.AccountRegistered;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Makes the account when the link of the mail is opened. All other sign-ups with that address are
 * dropped: somebody may have signed up with it before its owner did, to wait inside.
 */
@ApplicationScoped
public class EmailVerifying {

  private final Registrations registrations;
  private final Accounts accounts;
  private final ApiKeys apiKeys;
  private final Outbox outbox;
  private final OriginSeal seal;
  private final Clock clock;

  EmailVerifying(
      Registrations registrations,
      Accounts accounts,
      ApiKeys apiKeys,
      Outbox outbox,
      OriginSeal seal,
      Clock clock) {
    this.registrations = registrations;
    this.accounts = accounts;
    this.apiKeys = apiKeys;
    this.outbox = outbox;
    this.seal = seal;
    this.clock = clock;
  }

  /** The new account, or nothing when the token is not (any more) good for one. */
  @WithTransaction
  public Uni<Optional<Account>> verify(OpaqueToken token, Origin origin) {
    return registrations
        .byToken(token)
        .chain(found ->
            found
                .map(registration -> opened(registration, origin).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Account> opened(Registration registration, Origin origin) {
    var account = registration.verified(clock.instant());
    // The unique address settles two links opened at once: the second transaction fails whole.
    return registrations
        .drop(account.email())
        .chain(() -> accounts.persistAndFlush(account))
        .call(() -> apiKeys.replace(account.id(), null))
        .call(() -> outbox.append(registered(account, origin)))
        .call(() -> outbox.append(new EmailVerified(account.id(), clock.instant())));
  }

  private AccountRegistered registered(Account account, Origin origin) {
    return new AccountRegistered(account.id(), clock.instant(), seal.seal(account.id(), origin));
  }
}
