package dev.latchkey.notification.mail;

import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.notification.letter.Notice;
import dev.latchkey.notification.letter.NoticeFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One mail, from the asking to the sending: a message that another service asked for, whose address
 * and text stay sealed, or a notice of something in the security log.
 */
@Entity
@Table(name = "delivery")
class Delivery {

  static final String REQUESTED = "requested";
  static final String MESSAGE = "message";

  @Id UUID message;
  UUID account;
  String state;

  /** {@link #MESSAGE}, or the word of a notice. */
  String kind;

  /** A message with its address, or the one address that a notice goes to. */
  @Nullable String sealed;

  /** What a notice tells. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  @Nullable Map<String, Object> facts;

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
    this.kind = MESSAGE;
    this.sealed = asked.sealed();
    this.sendUntil = asked.sendUntil();
    this.dueAt = now;
    this.askedAt = asked.at();
  }

  static Delivery notice(MessageId id, AccountId account, Notice notice, NoticeFacts facts) {
    var delivery = new Delivery();
    delivery.message = id.value();
    delivery.account = account.value();
    delivery.state = REQUESTED;
    delivery.kind = notice.word();
    delivery.facts = facts.details();
    delivery.askedAt = facts.at();
    return delivery;
  }

  /** True when nobody asked for it. */
  boolean isNotice() {
    return !kind.equals(MESSAGE);
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
