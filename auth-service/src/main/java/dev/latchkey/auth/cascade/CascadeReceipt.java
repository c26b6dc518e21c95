package dev.latchkey.auth.cascade;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The stored receipt; its primary key makes each cause take effect once. */
@Entity
@Table(name = "cascade_receipt")
class CascadeReceipt {
  @Id
  @Column(name = "event_id")
  UUID eventId;

  @Column(name = "account_id")
  UUID accountId;

  String receipt;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected CascadeReceipt() {}

  CascadeReceipt(EventId event, AccountId account, String receipt, Instant createdAt) {
    this.eventId = event.value();
    this.accountId = account.value();
    this.receipt = receipt;
    this.createdAt = createdAt;
  }
}
