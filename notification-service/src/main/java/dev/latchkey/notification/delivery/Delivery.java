package dev.latchkey.notification.delivery;

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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One mail or SMS, from the asking to the sending: a message that another service asked for, whose
 * address and text stay sealed, or a notice of something in the security log.
 */
@Entity
@Table(name = "delivery")
public class Delivery {

  static final String REQUESTED = "requested";
  static final String MESSAGE = "message";

  /** For statements of our own: a prepared one with {@code *} ends when a migration adds one. */
  static final String COLUMNS =
      """
      message, account, channel, state, kind, sealed, facts, send_until, attempts, due_at, asked_at,
        settled_at, reason, in_doubt, provider_id\
      """;

  @Id UUID message;
  UUID account;
  String channel;
  String state;

  /** {@link #MESSAGE}, or the word of a notice. */
  String kind;

  /** A message with its address, or the one address or number that a notice goes to. */
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

  /** True when an earlier try may have been taken over: who sends it again must look first. */
  @Column(name = "in_doubt")
  boolean inDoubt;

  /** What the SMS provider calls it. */
  @Column(name = "provider_id")
  @Nullable String providerId;

  /** For Hibernate. */
  Delivery() {}

  Delivery(MessageRequested asked, Channel channel, Instant now) {
    this.message = asked.message().value();
    this.account = asked.account().value();
    this.channel = channel.word();
    this.state = REQUESTED;
    this.kind = MESSAGE;
    this.sealed = asked.sealed();
    this.sendUntil = asked.sendUntil();
    this.dueAt = now;
    this.askedAt = asked.at();
  }

  static Delivery notice(
      MessageId id, AccountId account, Channel channel, Notice notice, NoticeFacts facts) {
    var delivery = new Delivery();
    delivery.channel = channel.word();
    delivery.message = id.value();
    delivery.account = account.value();
    delivery.state = REQUESTED;
    delivery.kind = notice.word();
    delivery.facts = facts.details();
    delivery.askedAt = facts.at();
    return delivery;
  }

  /** True when nobody asked for it. */
  public boolean isNotice() {
    return !kind.equals(MESSAGE);
  }

  public MessageId message() {
    return new MessageId(message);
  }

  public AccountId account() {
    return new AccountId(account);
  }

  /** The notice that it is; nothing when it is none, or one of a newer version of this service. */
  public Optional<Notice> notice() {
    return Notice.ofWord(kind);
  }

  /** What a notice tells. */
  public NoticeFacts facts() {
    return new NoticeFacts(askedAt, Objects.requireNonNull(facts));
  }

  /** The message, or the one address or number of a notice that does not go to the owner's own. */
  public Optional<String> sealed() {
    return Optional.ofNullable(sealed);
  }

  /** When it was asked for, or what a notice tells of happened. */
  public Instant askedAt() {
    return askedAt;
  }

  /** After that it is of no use. */
  public Instant sendUntil() {
    return sendUntil;
  }

  /** True when an earlier try may have been taken over. */
  public boolean inDoubt() {
    return inDoubt;
  }

  /** True when it is a notice that this version has no words for. */
  boolean ofNewerVersion() {
    return isNotice() && notice().isEmpty();
  }

  /** True when it is too late to be of use. */
  boolean worthless(Instant now) {
    return !now.isBefore(sendUntil);
  }

  Channel channel() {
    return Channel.valueOf(channel.toUpperCase(Locale.ROOT));
  }
}
