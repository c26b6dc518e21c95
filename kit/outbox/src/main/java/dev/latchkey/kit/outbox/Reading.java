package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import dev.latchkey.kit.outbox.wire.EventJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a Kafka record turned out to be. */
sealed interface Reading {

  /** An event of a type that this version knows. */
  record Known(Heard<? extends Event> heard) implements Reading {}

  /** An event of a newer version of its speaker. */
  record Unknown(String type) implements Reading {}

  /** Not an event, or one that contradicts itself. */
  record Unreadable(String reason) implements Reading {}

  /** Reads headers and body. The reason of an unreadable record quotes nothing from it. */
  static Reading of(ConsumerRecord<String, byte[]> record) {
    var headers = record.headers();
    var type = CloudEvent.text(headers, CloudEvent.TYPE);
    if (!CloudEvent.VERSION.equals(CloudEvent.text(headers, CloudEvent.SPEC_VERSION))) {
      return new Unreadable("not a CloudEvent 1.0");
    }
    if (type.isEmpty()) {
      return new Unreadable("ce_type is missing");
    }
    return EventType.ofType(type)
        .map(known -> known(record, known))
        .orElseGet(() -> new Unknown(type));
  }

  private static Reading known(ConsumerRecord<String, byte[]> record, EventType type) {
    var headers = record.headers();
    // A speaker says its own types only: who may write to one topic must not decide on another.
    if (!type.topic().topic().equals(record.topic())) {
      return new Unreadable("ce_type belongs to another topic");
    }
    EventId id;
    try {
      id = EventId.of(CloudEvent.text(headers, CloudEvent.ID));
    } catch (IllegalArgumentException e) {
      return new Unreadable("ce_id is missing or not a UUID");
    }
    try {
      Instant.parse(CloudEvent.text(headers, CloudEvent.TIME));
    } catch (DateTimeException e) {
      return new Unreadable("ce_time is missing or not a time");
    }
    return body(record, type, id);
  }

  private static Reading body(ConsumerRecord<String, byte[]> record, EventType type, EventId id) {
    if (record.value() == null) {
      return new Unreadable("the body is missing");
    }
    Event fact;
    try {
      fact = EventJson.read(record.value(), type);
    } catch (IOException e) {
      return new Unreadable("the body is not a " + type.fact().getSimpleName());
    }
    var account = fact.account().toString();
    if (!account.equals(CloudEvent.text(record.headers(), CloudEvent.SUBJECT))
        || !account.equals(record.key())) {
      return new Unreadable("key, ce_subject and account differ");
    }
    return new Known(new Heard<>(id, fact));
  }
}
