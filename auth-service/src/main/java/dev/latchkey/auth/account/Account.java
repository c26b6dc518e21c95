package dev.latchkey.auth.account;

import dev.latchkey.contracts.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's identity. It is only ever changed by statements of {@link Accounts}, never through
 * this object: Hibernate would write all columns as they were read, and bring an old password back
 * that was replaced meanwhile.
 */
@Entity
public class Account {
  @Id UUID id;

  @Column(updatable = false)
  String email;

  @Column(updatable = false)
  @Nullable String name;

  @Column(name = "password_hash", updatable = false)
  String passwordHash;

  @Column(updatable = false)
  int epoch;

  @Column(name = "kept_session", updatable = false)
  @Nullable UUID keptSession;

  @Column(name = "authorizations_from", updatable = false)
  int authorizationsFrom;

  @Column(name = "two_factor_since", updatable = false)
  @Nullable Instant twoFactorSince;

  @Column(name = "sms_number", updatable = false)
  @Nullable String smsNumber;

  @Column(name = "created_at", updatable = false)
  Instant createdAt;

  @Column(name = "updated_at", updatable = false)
  Instant updatedAt;

  @Column(name = "last_login_at", updatable = false)
  @Nullable Instant lastLoginAt;

  /** For Hibernate. */
  protected Account() {}

  /** A new account, in its first epoch, without a second factor. */
  public Account(AccountId id, EmailAddress email, String passwordHash, Instant now) {
    this.id = id.value();
    this.email = email.value();
    this.passwordHash = passwordHash;
    this.epoch = 1;
    this.authorizationsFrom = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  public AccountId id() {
    return new AccountId(id);
  }

  public EmailAddress email() {
    return new EmailAddress(email);
  }

  /** The stored password hash, in PHC form. */
  public String passwordHash() {
    return passwordHash;
  }

  public int epoch() {
    return epoch;
  }

  /** The session that survived the last rise of the epoch. */
  public @Nullable UUID keptSession() {
    return keptSession;
  }

  /** The epoch from which on standing authorizations count; older ones ended with a cut. */
  public int authorizationsFrom() {
    return authorizationsFrom;
  }

  /** Since when a second factor is on, by auth-service's own copy; null when it is off. */
  public @Nullable Instant twoFactorSince() {
    return twoFactorSince;
  }

  public @Nullable String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public @Nullable Instant lastLoginAt() {
    return lastLoginAt;
  }

  /** The recovery phone, masked; null when there is none. */
  public @Nullable String smsNumber() {
    return smsNumber;
  }
}
