package dev.latchkey.auth.account;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of accounts. Each change that could race is one statement with its condition. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

  public Uni<Optional<Account>> byId(AccountId id) {
    return findById(id.value()).map(Optional::ofNullable);
  }

  /** The account with its row locked until the transaction ends: cuts of one account queue up. */
  public Uni<Optional<Account>> byIdForUpdate(AccountId id) {
    return findById(id.value(), LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  public Uni<Optional<Account>> byEmail(EmailAddress email) {
    return find("email", email.value()).firstResult().map(Optional::ofNullable);
  }

  /** Notes a sign-in, unless the epoch rose since the password was checked. True when noted. */
  public Uni<Boolean> signedIn(AccountId id, int epoch, Instant now) {
    return update("lastLoginAt = ?1 where id = ?2 and epoch = ?3", now, id.value(), epoch)
        .map(rows -> rows == 1);
  }

  /** Replaces a password hash by a stronger one of the same password. */
  public Uni<Boolean> rehash(AccountId id, String old, String stronger) {
    return update(
            "passwordHash = ?1 where id = ?2 and passwordHash = ?3", stronger, id.value(), old)
        .map(rows -> rows == 1);
  }

  /** Gives the account another name. */
  public Uni<Integer> rename(AccountId id, String name, Instant now) {
    return update("name = ?1, updatedAt = ?2 where id = ?3", name, now, id.value());
  }

  /** Gives the account another address, unless somebody has it. True when it has it now. */
  public Uni<Boolean> changeEmail(AccountId id, EmailAddress email, Instant now) {
    return update(
            "email = ?1, updatedAt = ?2 where id = ?3"
                + " and not exists (select 1 from Account other where other.email = ?1)",
            email.value(),
            now,
            id.value())
        .map(rows -> rows == 1);
  }

  /** Sets a new password, unless somebody else changed the epoch meanwhile. */
  public Uni<Boolean> setPassword(AccountId id, int epoch, String hash, Instant now) {
    return update(
            "passwordHash = ?1, updatedAt = ?2 where id = ?3 and epoch = ?4",
            hash,
            now,
            id.value(),
            epoch)
        .map(rows -> rows == 1);
  }

  /**
   * Raises the epoch by one: everything that carries the old one is refused from the commit on.
   *
   * @param kept session that goes on although it carries the old epoch; null for none
   * @return the new epoch, or nothing when the account is gone
   */
  public Uni<Optional<Integer>> raiseEpoch(AccountId id, @Nullable SessionId kept, Instant now) {
    return update(
            "epoch = epoch + 1, keptSession = ?1, updatedAt = ?2 where id = ?3",
            kept == null ? null : kept.value(),
            now,
            id.value())
        .chain(() -> epochOf(id));
  }

  /** Ends every standing authorization that was made before the epoch that the account has now. */
  public Uni<Void> endAuthorizations(AccountId id) {
    return update("authorizationsFrom = epoch where id = ?1", id.value()).replaceWithVoid();
  }

  /**
   * Locks the account's row for this transaction if its epoch is still that one: a credential that
   * is made now can't slip past a rise that comes now.
   */
  public Uni<Boolean> holdEpoch(AccountId id, int epoch) {
    return update("updatedAt = updatedAt where id = ?1 and epoch = ?2", id.value(), epoch)
        .map(rows -> rows == 1);
  }

  /** The account's epoch, or nothing when the account is gone. */
  public Uni<Optional<Integer>> epochOf(AccountId id) {
    return find("select a.epoch from Account a where a.id = ?1", id.value())
        .project(Integer.class)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Notes since when a second factor is on. */
  public Uni<Integer> setTwoFactor(AccountId id, Instant since) {
    return update("twoFactorSince = ?1 where id = ?2", since, id.value());
  }

  /** Notes that no second factor is on; the recovery phone went with it. */
  public Uni<Integer> setTwoFactorOff(AccountId id) {
    return update("twoFactorSince = null, smsNumber = null where id = ?1", id.value());
  }

  /**
   * Notes the recovery phone. Not for a second factor that is off by now, or was switched on later
   * than the phone was added: a cascade is called, and may be quicker than what was said before.
   *
   * @param masked null when there is none any more
   */
  public Uni<Integer> setSmsNumber(AccountId id, @Nullable String masked, Instant at) {
    return update("smsNumber = ?1 where id = ?2 and twoFactorSince <= ?3", masked, id.value(), at);
  }
}
