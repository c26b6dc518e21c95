package dev.latchkey.auth.apikey;

import dev.latchkey.contracts.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's API key: found by the keyed hash of its text, shown from the sealed text. */
@Entity
@Table(name = "api_key")
public class ApiKey {
  @Id UUID id;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "token_hash")
  byte[] tokenHash;

  String sealed;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "factor_at")
  @Nullable Instant factorAt;

  /** For Hibernate. */
  protected ApiKey() {}

  ApiKey(
      UUID id,
      AccountId account,
      byte[] tokenHash,
      String sealed,
      Instant createdAt,
      @Nullable Instant factorAt) {
    this.id = id;
    this.accountId = account.value();
    this.tokenHash = tokenHash.clone();
    this.sealed = sealed;
    this.createdAt = createdAt;
    this.factorAt = factorAt;
  }

  public UUID id() {
    return id;
  }

  public AccountId account() {
    return new AccountId(accountId);
  }

  /** When whoever made this key had shown a second factor; null when none was shown. */
  public @Nullable Instant factorAt() {
    return factorAt;
  }

  Instant createdAt() {
    return createdAt;
  }

  String sealed() {
    return sealed;
  }
}
