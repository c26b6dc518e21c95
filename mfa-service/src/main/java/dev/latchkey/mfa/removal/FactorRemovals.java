package dev.latchkey.mfa.removal;

import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of removals. Each step is one statement with its condition: who changed it has won. */
@ApplicationScoped
public class FactorRemovals {

  private static final String ASK =
      """
      insert into two_factor_removal (account, factor, shown_step, asked_by, asked_at)
      select account, id, last_step, :operator, :at from totp_factor
      where account = :account and retired_by is null
      on conflict (account) do nothing
      """;

  private static final String APPROVE =
      """
      update two_factor_removal set approved_by = :operator, approved_at = :at, due_at = :due
      where account = :account and approved_by is null and asked_by <> :operator
      """;

  /**
   * No factor, where it spent another step since it was said to be lost, or is not there any more.
   */
  private static final String AS_IT_WAS =
      """
      from two_factor_removal r left join totp_factor f
        on f.id = r.factor and f.retired_by is null and f.last_step = r.shown_step
      """;

  private static final String SHOWN =
      "select f.id is null " + AS_IT_WAS + " where r.account = :account";

  private static final String ALL_SHOWN =
      "select r.account " + AS_IT_WAS + " where f.id is null limit 100";

  private static final String DUE =
      "select account from two_factor_removal where due_at <= :at order by due_at limit 100";

  /** What waits for the account, in the caller's session. */
  Uni<@Nullable FactorRemoval> of(AccountId account) {
    return Panache.getSession()
        .chain(session -> session.find(FactorRemoval.class, account.value()));
  }

  /** True when it was asked for now; false when two-factor is off, or it waits already. */
  Uni<Boolean> ask(AccountId account, String operator, Instant at) {
    return changed(ASK, Map.of("account", account.value(), "operator", operator, "at", at));
  }

  /** True when this operator's word made it due; false for who asked, and the second time. */
  Uni<Boolean> approve(AccountId account, String operator, Instant at, Instant due) {
    return changed(
        APPROVE, Map.of("account", account.value(), "operator", operator, "at", at, "due", due));
  }

  /** True when there was one to take away. */
  public Uni<Boolean> withdraw(AccountId account) {
    return changed(
        "delete from two_factor_removal where account = :account",
        Map.of("account", account.value()));
  }

  /** True when it was due and is taken away now: of two replicas one gets it. */
  public Uni<Boolean> takeDue(AccountId account, Instant at) {
    return changed(
        "delete from two_factor_removal where account = :account and due_at <= :at",
        Map.of("account", account.value(), "at", at));
  }

  /** True when the factor that was said to be lost is not; null when nothing waits. */
  public Uni<@Nullable Boolean> shownSince(AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(SHOWN, Boolean.class)
                .setParameter("account", account.value())
                .getSingleResultOrNull());
  }

  /** Whose factor is not lost. The table has few rows: it is read through. */
  public Uni<List<AccountId>> shown() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(ALL_SHOWN, UUID.class).getResultList())
        .map(FactorRemovals::accounts);
  }

  /** Whose is due; the longest overdue first. */
  public Uni<List<AccountId>> due(Instant at) {
    return Panache.getSession()
        .chain(session ->
            session.createNativeQuery(DUE, UUID.class).setParameter("at", at).getResultList())
        .map(FactorRemovals::accounts);
  }

  private static List<AccountId> accounts(List<UUID> ids) {
    return ids.stream().map(AccountId::new).toList();
  }

  private static Uni<Boolean> changed(String statement, Map<String, Object> parameters) {
    return Panache.getSession()
        .chain(session -> {
          var query = session.createNativeQuery(statement);
          parameters.forEach(query::setParameter);
          return query.executeUpdate();
        })
        .map(rows -> rows == 1);
  }
}
