package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.mfa.Patience;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sets of recovery codes; at most one an account counts. */
@ApplicationScoped
public class RecoveryCodes {

  private static final String IN_USE =
      """
      select s from RecoveryCodeSet s, TotpFactor f
      where s.account = :account and f.account = s.account
        and f.retiredBy is null and coalesce(f.switchedOnBy, f.enabledBy) = s.switchedOnBy
      """;

  private static final String UNUSED =
      """
      from KeptCode c, RecoveryCodeSet s, TotpFactor f
      where s.account = :account and f.account = s.account
        and f.retiredBy is null and coalesce(f.switchedOnBy, f.enabledBy) = s.switchedOnBy
        and c.codeSet = s.id and c.usedAt is null
      """;

  private static final String RESEAL =
      """
      update recovery_code set sealed = :resealed
      where id = :id and sealed = :sealed and used_at is null
      """;

  private static final String ERASE_OUTLIVED =
      """
      delete from RecoveryCodeSet s where s.account = :account
        and not exists (select 1 from TotpFactor f
          where f.account = s.account
            and coalesce(f.switchedOnBy, f.enabledBy) = s.switchedOnBy)
      """;

  private final Patience patience;

  RecoveryCodes(Patience patience) {
    this.patience = patience;
  }

  /** How many codes the account could still use; 0 also when two-factor is off. */
  public Uni<Integer> left(AccountId account) {
    return patience.with(Panache.withSession(() -> count(account)));
  }

  /** The codes that were not used yet, in the order of the list they were shown in. */
  Uni<List<KeptCode>> unused(AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createQuery("select c " + UNUSED + " order by c.place", KeptCode.class)
                .setParameter("account", account.value())
                .getResultList());
  }

  /** How many codes {@link #unused} has. */
  Uni<Integer> count(AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createQuery("select count(*) " + UNUSED, Long.class)
                .setParameter("account", account.value())
                .getSingleResult())
        .map(Math::toIntExact);
  }

  /** Keeps a code under the current key, unless it was spent meanwhile. */
  Uni<Void> reseal(KeptCode code, String resealed) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(RESEAL)
                .setParameter("resealed", resealed)
                .setParameter("id", code.id)
                .setParameter("sealed", code.sealed)
                .executeUpdate())
        .replaceWithVoid();
  }

  /** The set that counts, or nothing. */
  Uni<@Nullable RecoveryCodeSet> inUse(AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createQuery(IN_USE, RecoveryCodeSet.class)
                .setParameter("account", account.value())
                .getSingleResultOrNull());
  }

  /** Adds a set; the one that was in its place is gone, with all its codes. */
  Uni<Void> replace(RecoveryCodeSet set, List<KeptCode> codes) {
    return Panache.getSession()
        .chain(session ->
            session
                .createMutationQuery("delete from RecoveryCodeSet where switchedOnBy = :by")
                .setParameter("by", set.switchedOnBy)
                .executeUpdate()
                .chain(() -> session.persist(set))
                .chain(() -> session.persistAll(codes.toArray())));
  }

  /**
   * Erases the sets of which no factor is left, in use or waiting for its cascade's answer. To be
   * called when factors were erased, in the same transaction.
   */
  public Uni<Integer> eraseOutlived(AccountId account) {
    return run(ERASE_OUTLIVED, account);
  }

  /** Erases all of an account. */
  public Uni<Integer> erase(AccountId account) {
    return run("delete from RecoveryCodeSet where account = :account", account);
  }

  private static Uni<Integer> run(String statement, AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createMutationQuery(statement)
                .setParameter("account", account.value())
                .executeUpdate());
  }
}
