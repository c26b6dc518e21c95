package dev.latchkey.auth.apikey;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Replaces the API key at its owner's wish; what the old one minted dies with it. */
@ApplicationScoped
public class ApiKeyRegeneration {

  private final Accounts accounts;
  private final ApiKeys keys;
  private final Outbox outbox;
  private final OriginSeal seal;
  private final Clock clock;

  ApiKeyRegeneration(Accounts accounts, ApiKeys keys, Outbox outbox, OriginSeal seal, Clock clock) {
    this.accounts = accounts;
    this.keys = keys;
    this.outbox = outbox;
    this.seal = seal;
    this.clock = clock;
  }

  /** The new key, or nothing when the account's epoch rose since the caller was checked. */
  @WithTransaction
  public Uni<Optional<ApiKey>> regenerate(Caller caller) {
    return accounts
        .holdEpoch(caller.account(), caller.epoch())
        .chain(current ->
            current ? replaced(caller).map(Optional::of) : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<ApiKey> replaced(Caller caller) {
    var now = clock.instant();
    var origin = seal.seal(caller.account(), caller.origin());
    return keys.replace(caller.account(), caller.qualified() ? now : null)
        .call(replaced ->
            outbox.append(new ApiKeyRotated(caller.account(), now, null, replaced.old(), origin)))
        .map(ApiKeys.Replaced::made);
  }
}
