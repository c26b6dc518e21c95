package dev.latchkey.token.account;

import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The epoch of each account, as far as this service knows. It only ever rises. */
@ApplicationScoped
public class AccountEpochs {

  /** Higher than any epoch: an account that is closed stays closed, whatever is heard later. */
  public static final int CLOSED = Integer.MAX_VALUE;

  private static final String RAISE =
      """
      insert into account_epoch (account, epoch) values (:account, :epoch)
      on conflict (account) do update set epoch = greatest(account_epoch.epoch, excluded.epoch)
      returning epoch
      """;

  /**
   * Raises the epoch if it is lower, and holds the account's row until the transaction ends: who
   * mints, revokes or hears of a change does this first, so that none of them misses what another
   * is about to commit.
   *
   * @return the epoch that counts from now on
   */
  public Uni<Integer> hold(AccountId account, int atLeast) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(RAISE, Integer.class)
                .setParameter("account", account.value())
                .setParameter("epoch", atLeast)
                .getSingleResult());
  }
}
