package dev.latchkey.mfa.cut;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of the accounts' cuts. A cut raises the epoch, so that who comes with a higher one
 * than was heard of comes after something that is not known here yet: perhaps a password reset.
 */
@ApplicationScoped
public class AccountCuts {

  /** To hear an event twice, or late, changes nothing. */
  private static final String NOTE =
      """
      insert into account_cut as known (account, epoch, reset_at)
      values (:account, :epoch, cast(:reset as timestamptz))
      on conflict (account) do update set
        epoch = greatest(known.epoch, excluded.epoch),
        reset_at = greatest(known.reset_at, excluded.reset_at)
      """;

  /** Notes a cut. */
  @WithTransaction
  public Uni<Void> note(SessionsRevoked fact) {
    var reset = fact.cause() == Change.PASSWORD_RESET ? fact.at() : null;
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(NOTE)
                .setParameter("account", fact.account().value())
                .setParameter("epoch", fact.epoch())
                .setParameter("reset", reset)
                .executeUpdate())
        .replaceWithVoid();
  }

  /** Erases what is known of an account. */
  public Uni<Integer> erase(AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("delete from account_cut where account = :account")
                .setParameter("account", account.value())
                .executeUpdate());
  }

  /** What is known of an account, in the caller's session; null when nothing is. */
  public Uni<@Nullable AccountCut> of(AccountId account) {
    return Panache.getSession().chain(session -> session.find(AccountCut.class, account.value()));
  }
}
