package dev.latchkey.auth.registration;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.contracts.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A sign-up that waits for its link; becomes an {@link Account} of the same id. */
@Entity
class Registration {
  @Id UUID id;
  String email;

  @Column(name = "password_hash")
  String passwordHash;

  @Column(name = "token_hash")
  byte[] tokenHash;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected Registration() {}

  Registration(
      AccountId id,
      EmailAddress email,
      String passwordHash,
      byte[] tokenHash,
      Instant createdAt,
      Instant expiresAt) {
    this.id = id.value();
    this.email = email.value();
    this.passwordHash = passwordHash;
    this.tokenHash = tokenHash.clone();
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  Account verified(Instant now) {
    return new Account(new AccountId(id), new EmailAddress(email), passwordHash, now);
  }
}
