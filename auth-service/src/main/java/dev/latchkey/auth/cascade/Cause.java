package dev.latchkey.auth.cascade;

import dev.latchkey.auth.account.Account;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a cascade runs.
 *
 * @param id of the event that caused it; the cascade runs once for each
 * @param kept the session that made the change; null for none
 * @param epoch the account's epoch that the change was made under
 * @param at when the change was made
 * @param factorShown true when whoever made the change had shown a second factor
 */
public record Cause(
    EventId id,
    Change change,
    AccountId account,
    @Nullable SessionId kept,
    int epoch,
    Instant at,
    boolean factorShown,
    Origin origin) {

  /** When a second factor was shown for the change; null when none was. */
  @Nullable Instant factorAt() {
    return factorShown ? at : null;
  }

  /**
   * True when another cut has ended whoever made the change, after it was made and before its own
   * cut: a thief's change must not stand because it was on its way when the owner acted. Once true
   * it stays true: the epoch never comes back, and a session that is over is never kept again.
   */
  boolean isOvertaken(Account account) {
    boolean survived = kept != null && kept.value().equals(account.keptSession());
    return account.epoch() != epoch && !survived;
  }
}
