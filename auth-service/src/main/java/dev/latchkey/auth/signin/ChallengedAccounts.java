package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The account of a challenge, while its epoch is still the one that the password was right in. */
@ApplicationScoped
class ChallengedAccounts {

  private final Accounts accounts;

  ChallengedAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  @WithSession
  Uni<Optional<Account>> inEpoch(Challenge challenge) {
    return accounts
        .byId(challenge.account())
        .map(found -> found.filter(account -> account.epoch() == challenge.epoch()));
  }
}
