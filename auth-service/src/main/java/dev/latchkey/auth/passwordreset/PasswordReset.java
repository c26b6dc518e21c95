package dev.latchkey.auth.passwordreset;

import dev.latchkey.auth.account.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link that was sent, and what the account was then. */
@Entity
@Table(name = "password_reset")
class PasswordReset {

  @Id
  @Column(name = "account_id")
  UUID account;

  String email;

  @Column(name = "token_hash")
  byte[] tokenHash;

  int epoch;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected PasswordReset() {}

  /** A link from before another security change, or to an address from before, is worth nothing. */
  boolean isFor(Account now) {
    return now.epoch() == epoch && now.email().value().equals(email);
  }
}
