package dev.latchkey.kit.outbox.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kit.outbox.wire.CloudEvent;
import dev.latchkey.kit.outbox.wire.Trace;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A fact that waits in the outbox, as the relay reads it. */
record Waiting(
    long seq,
    UUID id,
    UUID account,
    String topic,
    String type,
    String schema,
    String happenedAt,
    String payload,
    @Nullable String traceparent) {

  static final String SELECT =
      """
      select seq, id, account, topic, type, schema, happened_at, payload, traceparent
      from outbox order by seq limit $1
      """;

  static Waiting of(Row row) {
    return new Waiting(
        row.getLong("seq"),
        row.getUUID("id"),
        row.getUUID("account"),
        row.getString("topic"),
        row.getString("type"),
        row.getString("schema"),
        row.getString("happened_at"),
        row.getString("payload"),
        row.getString("traceparent"));
  }

  /** The Kafka record: CloudEvents in binary mode, keyed by account so that its order holds. */
  ProducerRecord<String, byte[]> toRecord(String service) {
    var key = account.toString();
    var record = new ProducerRecord<>(topic, key, payload.getBytes(UTF_8));
    var headers = record.headers();
    CloudEvent.put(headers, CloudEvent.SPEC_VERSION, CloudEvent.VERSION);
    CloudEvent.put(headers, CloudEvent.ID, id.toString());
    CloudEvent.put(headers, CloudEvent.SOURCE, CloudEvent.source(service));
    CloudEvent.put(headers, CloudEvent.TYPE, type);
    CloudEvent.put(headers, CloudEvent.TIME, happenedAt);
    CloudEvent.put(headers, CloudEvent.SUBJECT, key);
    CloudEvent.put(headers, CloudEvent.DATA_SCHEMA, schema);
    CloudEvent.put(headers, CloudEvent.PARTITION_KEY, key);
    CloudEvent.put(headers, CloudEvent.CONTENT_TYPE, CloudEvent.JSON);
    if (traceparent != null) {
      CloudEvent.put(headers, Trace.HEADER, traceparent);
    }
    return record;
  }
}
