package dev.latchkey.mfa.totp;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.mfa.Patience;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The authenticator apps; at most one an account counts. */
@ApplicationScoped
public class TotpFactors implements PanacheRepositoryBase<TotpFactor, UUID> {

  private final SecretSeal seal;
  private final RandomIds ids;
  private final Patience patience;

  TotpFactors(SecretSeal seal, RandomIds ids, Patience patience) {
    this.seal = seal;
    this.ids = ids;
    this.patience = patience;
  }

  /** The factor that counts, or nothing. */
  public Uni<@Nullable TotpFactor> inUse(AccountId account) {
    return patience.with(
        Panache.withSession(
            () -> find("account = ?1 and retiredBy is null", account.value()).firstResult()));
  }

  /**
   * Adds a factor that counts from now on.
   *
   * @param confirmed the step of the code that confirmed it: spent, so it can't sign anybody in
   * @param by the event that says so
   */
  public Uni<TotpFactor> add(
      AccountId account, TotpSecret secret, TimeStep confirmed, EventId by, Instant at) {
    var id = ids.next();
    var sealed = seal.seal(TotpFactor.TABLE, id, secret);
    return persist(new TotpFactor(id, account, sealed, confirmed, by, at));
  }

  /** Takes the account's factor out of use. True when there was one. */
  public Uni<Boolean> retire(AccountId account, EventId by, Instant at) {
    return update(
            "retiredBy = ?1, retiredAt = ?2 where account = ?3 and retiredBy is null",
            by.value(),
            at,
            account.value())
        .map(rows -> rows == 1);
  }

  /** Erases what was retired by an event: there is no way back. */
  public Uni<Long> erase(EventId by) {
    return delete("retiredBy = ?1", by.value());
  }

  /** Takes away what an event had switched on. */
  public Uni<Long> remove(EventId enabledBy) {
    return delete("enabledBy = ?1", enabledBy.value());
  }

  /** Brings back what was retired by an event. */
  public Uni<Integer> restore(EventId by) {
    return update("retiredBy = null, retiredAt = null where retiredBy = ?1", by.value());
  }

  /** Erases all of an account. */
  public Uni<Long> erase(AccountId account) {
    return delete("account = ?1", account.value());
  }
}
