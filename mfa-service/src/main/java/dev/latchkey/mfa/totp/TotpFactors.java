package dev.latchkey.mfa.totp;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.mfa.Patience;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The authenticator apps; at most one an account counts. */
@ApplicationScoped
public class TotpFactors implements PanacheRepositoryBase<TotpFactor, UUID> {

  /** All that was retired no later than that change was made. */
  private static final String ERASE =
      """
      delete from totp_factor where account = :account and retired_at <= (
        select min(made.at) from (
          select enabled_at as at from totp_factor where enabled_by = :change
          union all select retired_at from totp_factor where retired_by = :change) as made)
      """;

  /** A later change that retired the undone factor would have retired the one before it instead. */
  private static final String PASS_ON =
      """
      update totp_factor as old
      set retired_by = undone.retired_by, retired_at = undone.retired_at
      from totp_factor as undone
      where old.retired_by = :change and undone.enabled_by = :change
        and undone.retired_by is not null
      """;

  /**
   * The factor counts again, unless the account got another one after it was switched off: then
   * that one's change would have retired it.
   */
  private static final String BRING_BACK =
      """
      update totp_factor as old
      set (retired_by, retired_at) = (
        select later.enabled_by, later.enabled_at from totp_factor as later
        where later.account = old.account and later.id <> old.id
          and later.enabled_at >= old.retired_at
        order by later.enabled_at limit 1)
      where old.retired_by = :change
      """;

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
   * Adds a factor that counts from now on, in place of the one that the same event took out of use.
   *
   * @param confirmed the step of the code that confirmed it: spent, so it can't sign anybody in
   * @param by the event that says so
   */
  public Uni<TotpFactor> add(
      AccountId account, TotpSecret secret, TimeStep confirmed, EventId by, Instant at) {
    var id = ids.next();
    var sealed = seal.seal(TotpFactor.TABLE, id, secret);
    return find("account = ?1 and retiredBy = ?2", account.value(), by.value())
        .firstResult()
        .map(old -> new TotpFactor(id, account, sealed, confirmed, by, at).inPlaceOf(old))
        .chain(this::persist);
  }

  /** Takes the account's factor out of use. True when there was one. */
  public Uni<Boolean> retire(AccountId account, EventId by, Instant at) {
    return hold(account).chain(() -> retired(account, by, at));
  }

  private Uni<Boolean> retired(AccountId account, EventId by, Instant at) {
    return update(
            "retiredBy = ?1, retiredAt = ?2 where account = ?3 and retiredBy is null",
            by.value(),
            at,
            account.value())
        .map(rows -> rows == 1);
  }

  /**
   * Makes changes of one account's factors wait for each other, until this transaction ends. The
   * first factor of all needs no lock: there is nothing yet that another change could touch.
   */
  public Uni<Void> hold(AccountId account) {
    return find("account = ?1 order by id", account.value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .replaceWithVoid();
  }

  /** Erases what was taken out of use up to and by a change: there is no way back. */
  public Uni<Integer> erase(AccountId account, EventId upTo) {
    return run(ERASE, Map.of("account", account.value(), "change", upTo.value()));
  }

  /** Takes a change out of the account's history: what it took out of use is back. */
  public Uni<Integer> undo(EventId change) {
    return run(PASS_ON, Map.of("change", change.value()))
        .chain(() -> delete("enabledBy = ?1", change.value()))
        .chain(() -> run(BRING_BACK, Map.of("change", change.value())));
  }

  /** Erases all of an account. */
  public Uni<Long> erase(AccountId account) {
    return delete("account = ?1", account.value());
  }

  private static Uni<Integer> run(String sql, Map<String, UUID> parameters) {
    return Panache.getSession()
        .chain(session -> {
          var query = session.createNativeQuery(sql);
          parameters.forEach(query::setParameter);
          return query.executeUpdate();
        });
  }
}
