package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.Patience;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** The phones; at most one an account counts. */
@ApplicationScoped
public class RecoveryPhones {

  private static final String OF =
      """
      select p from RecoveryPhone p, TotpFactor f
      where p.account = :account and f.account = p.account
        and f.retiredBy is null and coalesce(f.switchedOnBy, f.enabledBy) = p.switchedOnBy
      """;

  /** Phones that were switched off with the rest count, too, while that may be taken back. */
  private static final String SHARING =
      """
      select count(distinct p.account) from RecoveryPhone p
      where p.numberHash in :hashes and p.account <> :account and p.usableFrom is not null
      """;

  private static final String ERASE_BEFORE =
      """
      delete from recovery_phone
      where account = :account and switched_on_by = :by and id <> :phone and id <> :but
      """;

  private static final String ERASE_OUTLIVED =
      """
      delete from recovery_phone p where p.account = :account
        and not exists (select 1 from totp_factor f
          where f.account = p.account
            and coalesce(f.switched_on_by, f.enabled_by) = p.switched_on_by)
      """;

  private final Patience patience;
  private final Clock clock;

  RecoveryPhones(Patience patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /** The account's phones of this moment, of this time of two-factor. */
  Uni<AccountPhones> look(AccountId account) {
    return patience.with(Panache.withSession(() -> of(account)));
  }

  /** As {@link #look}, in the caller's transaction. */
  Uni<AccountPhones> of(AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createQuery(OF, RecoveryPhone.class)
                .setParameter("account", account.value())
                .getResultList())
        .map(found -> new AccountPhones(found, clock.instant()));
  }

  /**
   * How many other accounts have a number.
   *
   * @param hashes those that it may be kept under
   */
  Uni<Long> sharing(List<String> hashes, AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createQuery(SHARING, Long.class)
                .setParameter("hashes", hashes)
                .setParameter("account", account.value())
                .getSingleResult());
  }

  /** Makes all who set up one number wait for each other, until this transaction ends. */
  Uni<Void> holdNumber(String numberHash) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    "select cast(pg_advisory_xact_lock(hashtextextended(:hash, 0)) as text)",
                    String.class)
                .setParameter("hash", numberHash)
                .getSingleResult())
        .replaceWithVoid();
  }

  /**
   * Keeps a phone until this transaction ends; false when it is gone. To be called before its codes
   * are touched: who removes a phone locks it first, and its codes after it.
   */
  public Uni<Boolean> hold(UUID phone) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    "select id from recovery_phone where id = :id for update", UUID.class)
                .setParameter("id", phone)
                .getResultList())
        .map(found -> !found.isEmpty());
  }

  /** Adds a phone that waits for its code, in place of one that waited until now. */
  Uni<Void> setUp(RecoveryPhone phone) {
    return run(
            "delete from recovery_phone where account = :account and usable_from is null",
            query -> query.setParameter("account", phone.account))
        .chain(() -> Panache.getSession())
        .chain(session -> session.persist(phone).chain(session::flush));
  }

  /** The phone has shown that it is there; it counts from then on. */
  Uni<Boolean> validate(RecoveryPhone phone, Instant from) {
    return run(
            "update recovery_phone set usable_from = :from where id = :id and usable_from is null",
            query -> query.setParameter("from", from).setParameter("id", phone.id))
        .map(rows -> rows == 1);
  }

  /** The phone counts until then, when its successor does. */
  Uni<Integer> replaceAt(UUID phone, Instant from) {
    return run(
        "update recovery_phone set replaced_at = :from where id = :id",
        query -> query.setParameter("from", from).setParameter("id", phone));
  }

  /** The number under another key. */
  Uni<Void> reseal(UUID phone, String sealed) {
    return run(
            "update recovery_phone set sealed_number = :sealed where id = :id",
            query -> query.setParameter("sealed", sealed).setParameter("id", phone))
        .replaceWithVoid();
  }

  /** Erases all that a phone takes the place of, but for one that goes on counting meanwhile. */
  Uni<Integer> eraseBefore(RecoveryPhone phone, UUID butFor) {
    return run(
        ERASE_BEFORE,
        query ->
            query
                .setParameter("account", phone.account)
                .setParameter("by", phone.switchedOnBy)
                .setParameter("phone", phone.id)
                .setParameter("but", butFor));
  }

  /** Erases the phones of this time of two-factor. */
  Uni<Integer> erase(AccountId account, EventId switchedOn) {
    return run(
        "delete from recovery_phone where account = :account and switched_on_by = :by",
        query ->
            query.setParameter("account", account.value()).setParameter("by", switchedOn.value()));
  }

  /**
   * Erases the phones of which no factor is left, in use or waiting for its cascade's answer. To be
   * called when factors were erased, in the same transaction.
   */
  public Uni<Integer> eraseOutlived(AccountId account) {
    return run(ERASE_OUTLIVED, query -> query.setParameter("account", account.value()));
  }

  /** Erases all of an account, with their codes. */
  public Uni<Integer> erase(AccountId account) {
    return run(
        "delete from recovery_phone where account = :account",
        query -> query.setParameter("account", account.value()));
  }

  private static Uni<Integer> run(
      String statement, UnaryOperator<Mutiny.MutationQuery> parameters) {
    return Panache.getSession()
        .chain(session -> parameters.apply(session.createNativeQuery(statement)).executeUpdate());
  }
}
