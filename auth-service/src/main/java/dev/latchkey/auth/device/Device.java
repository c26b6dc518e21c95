package dev.latchkey.auth.device;

import dev.latchkey.contracts.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A browser or machine that completed a sign-in with a second factor. */
@Entity
class Device {
  @Id UUID id;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "token_hash")
  byte[] tokenHash;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected Device() {}

  Device(UUID id, AccountId account, byte[] tokenHash, Instant createdAt, Instant expiresAt) {
    this.id = id;
    this.accountId = account.value();
    this.tokenHash = tokenHash.clone();
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }
}
