package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
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

/** One line of an account's security log. Its id is the event's. */
@Entity
@Table(name = "security_event")
class SecurityEvent {

  @Id UUID id;
  UUID account;
  String type;
  Instant at;
  @Nullable String ip;
  @Nullable String client;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  Map<String, Object> data;

  /** For Hibernate. */
  SecurityEvent() {}

  SecurityEvent(
      EventId event, AccountId account, Instant at, LogLine line, @Nullable Origin origin) {
    this.id = event.value();
    this.account = account.value();
    this.type = line.type();
    this.at = at;
    this.ip = origin == null || origin.ip().isEmpty() ? null : origin.ip();
    this.client = origin == null || origin.client().isEmpty() ? null : origin.client();
    this.data = line.data();
  }
}
