package dev.latchkey.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.AccountEvent;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.wire.EventJson;
import dev.latchkey.kit.testkit.RealStores;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record that another service says, right or wrong. */
final class Spoken {

  private final ProducerRecord<String, byte[]> record;

  private Spoken(ProducerRecord<String, byte[]> record) {
    this.record = record;
  }

  static Event emailVerified(AccountId account) {
    return new AccountEvent.EmailVerified(account, Facts.AT);
  }

  /** A right record. */
  static Spoken of(Event fact) {
    return of(new EventId(UUID.randomUUID()), fact);
  }

  static Spoken of(EventId id, Event fact) {
    var type = EventType.of(fact);
    var key = fact.account().toString();
    var body = EventJson.write(fact).getBytes(UTF_8);
    return new Spoken(new ProducerRecord<>(type.topic().topic(), key, body))
        .with("ce_specversion", "1.0")
        .with("ce_id", id.toString())
        .with("ce_source", "/auth-service")
        .with("ce_type", type.type())
        .with("ce_time", fact.at().toString())
        .with("ce_subject", key)
        .with("content-type", "application/json");
  }

  Spoken with(String header, String value) {
    var unused = record.headers().remove(header).add(header, value.getBytes(UTF_8));
    return this;
  }

  Spoken without(String header) {
    var unused = record.headers().remove(header);
    return this;
  }

  Spoken body(String body) {
    return new Spoken(
        new ProducerRecord<>(
            record.topic(), null, record.key(), body.getBytes(UTF_8), record.headers()));
  }

  Spoken withoutBody() {
    return new Spoken(
        new ProducerRecord<>(record.topic(), null, record.key(), null, record.headers()));
  }

  Spoken key(String key) {
    return new Spoken(
        new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers()));
  }

  Spoken on(String topic) {
    return new Spoken(
        new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()));
  }

  /** The record as it would be heard. */
  ConsumerRecord<String, byte[]> asHeard() {
    var heard = new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    record.headers().forEach(header -> heard.headers().add(header));
    return heard;
  }

  static void say(Spoken... all) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RealStores.kafka().address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (var one : all) {
        producer.send(one.record).get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
