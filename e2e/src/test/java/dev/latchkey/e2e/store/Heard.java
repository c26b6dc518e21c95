package dev.latchkey.e2e.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record on a topic, as a stranger reads it. */
public record Heard(String topic, String key, Map<String, String> headers, String text) {

  public Heard {
    headers = Map.copyOf(headers);
  }

  static Heard of(ConsumerRecord<byte[], byte[]> found) {
    var headers = new LinkedHashMap<String, String>();
    found.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return new Heard(found.topic(), text(found.key()), headers, text(found.value()));
  }

  /** The same record, to be sent; headers may change places. */
  ProducerRecord<byte[], byte[]> toRecord() {
    var record = new ProducerRecord<>(topic, bytes(key), bytes(text));
    headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  /** The same record with one header more, or another one. */
  public Heard with(String header, String value) {
    var changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Heard(topic, key, changed, text);
  }

  /** CloudEvents id: the same however often it is sent. */
  public String id() {
    return headers.getOrDefault("ce_id", "");
  }

  /** The simple name of the fact: {@code MfaEnabled}. */
  public String fact() {
    var parts = headers.getOrDefault("ce_type", "").split("\\.", -1);
    return parts.length < 2 ? "" : parts[parts.length - 2];
  }

  public JsonNode json() {
    return Json.read(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("NullAway") // Kafka gives null for a missing key or value.
  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
