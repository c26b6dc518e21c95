package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.wire.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact as it is appended; the database numbers the rows. */
@Entity
@Table(name = "outbox")
class OutboxRow {

  @Id UUID id;
  UUID account;
  String topic;
  String type;
  String schema;

  /** Text, because a timestamp column would round what the payload says. */
  @Column(name = "happened_at")
  String happenedAt;

  String payload;
  @Nullable String traceparent;

  protected OutboxRow() {}

  static OutboxRow of(EventId id, Event fact, @Nullable String traceparent) {
    var type = EventType.of(fact);
    var row = new OutboxRow();
    row.id = id.value();
    row.account = fact.account().value();
    row.topic = type.topic().topic();
    row.type = type.type();
    row.schema = type.schema();
    row.happenedAt = fact.at().toString();
    row.payload = EventJson.write(fact);
    row.traceparent = traceparent;
    return row;
  }
}
