package dev.latchkey.auth.profile;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Reads an account for its owner, and gives it another name. */
@ApplicationScoped
public class AccountReading {

  private final Accounts accounts;
  private final Clock clock;

  AccountReading(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @WithSession
  public Uni<Optional<Account>> of(AccountId id) {
    return accounts.byId(id);
  }

  /** The renamed account, or nothing when it is gone. */
  @WithTransaction
  public Uni<Optional<Account>> rename(AccountId id, String name) {
    return accounts.rename(id, name, clock.instant()).chain(() -> accounts.byId(id));
  }
}
