package dev.latchkey.auth.emailchange;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.contracts.id.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A change of address that waits for its link. */
@Entity
@Table(name = "email_change")
class EmailChange {

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
  protected EmailChange() {}

  AccountId account() {
    return new AccountId(account);
  }

  EmailAddress email() {
    return new EmailAddress(email);
  }
}
