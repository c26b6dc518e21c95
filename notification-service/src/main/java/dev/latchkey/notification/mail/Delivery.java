package dev.latchkey.notification.mail;

import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail, from the asking to the sending. Its address and text stay sealed. */
@Entity
@Table(name = "delivery")
class Delivery {

  static final String REQUESTED = "requested";

  @Id UUID message;
  UUID account;
  String state;
  @Nullable String sealed;

  @Column(name = "send_until")
  Instant sendUntil;

  int attempts;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "asked_at")
  Instant askedAt;

  @Column(name = "settled_at")
  @Nullable Instant settledAt;

  @Nullable String reason;

  /** For Hibernate. */
  Delivery() {}

  Delivery(MessageRequested asked, Instant now) {
    this.message = asked.message().value();
    this.account = asked.account().value();
    this.state = REQUESTED;
    this.sealed = asked.sealed();
    this.sendUntil = asked.sendUntil();
    this.dueAt = now;
    this.askedAt = asked.at();
  }

  MessageId message() {
    return new MessageId(message);
  }

  AccountId account() {
    return new AccountId(account);
  }

  /** True when it is too late to be of use. */
  boolean worthless(Instant now) {
    return !now.isBefore(sendUntil);
  }
}
