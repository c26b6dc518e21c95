package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.registration.Registrations;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Looks up whom an address may belong to: always the same two look-ups, so that the time does not
 * tell whether the address has an account.
 */
@ApplicationScoped
class Candidates {

  private final Accounts accounts;
  private final Registrations registrations;

  Candidates(Accounts accounts, Registrations registrations) {
    this.accounts = accounts;
    this.registrations = registrations;
  }

  @WithSession
  Uni<Candidate> of(EmailAddress email) {
    return accounts.byEmail(email).chain(found -> beside(email, found.orElse(null)));
  }

  private Uni<Candidate> beside(EmailAddress email, @Nullable Account account) {
    return registrations
        .newestHash(email)
        .map(waiting -> new Candidate(account, waiting.orElse(null)));
  }
}
