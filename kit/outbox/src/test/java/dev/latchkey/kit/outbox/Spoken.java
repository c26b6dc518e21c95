package dev.latchkey.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.AccountEvent;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import dev.latchkey.kit.outbox.wire.EventJson;
import dev.latchkey.kit.testkit.EventProofs;
import dev.latchkey.kit.testkit.RealStores;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A record that another service says, right or wrong. It goes out with auth-service's proof of what
 * it has become, unless a test gave it another or none.
 */
public final class Spoken {

  private static final String SPEAKER = "auth-service";

  private final ProducerRecord<String, byte[]> record;
  private final boolean proven;

  private Spoken(ProducerRecord<String, byte[]> record, boolean proven) {
    this.record = record;
    this.proven = proven;
  }

  /** One that mfa-service has an ear for. */
  public static Event accountClosed(AccountId account) {
    return new AccountEvent.AccountClosed(account, Facts.AT, "k1.sealed");
  }

  /** A right record. */
  public static Spoken of(Event fact) {
    return of(new EventId(UUID.randomUUID()), fact);
  }

  public static Spoken of(EventId id, Event fact) {
    var type = EventType.of(fact);
    var key = fact.account().toString();
    var body = EventJson.write(fact).getBytes(UTF_8);
    return new Spoken(new ProducerRecord<>(type.topic().topic(), key, body), false)
        .with("ce_specversion", "1.0")
        .with("ce_id", id.toString())
        .with("ce_source", "/" + SPEAKER)
        .with("ce_type", type.type())
        .with("ce_time", fact.at().toString())
        .with("ce_subject", key)
        .with("content-type", "application/json");
  }

  public Spoken with(String header, String value) {
    var unused = record.headers().remove(header).add(header, value.getBytes(UTF_8));
    return this;
  }

  public Spoken without(String header) {
    var unused = record.headers().remove(header);
    return this;
  }

  public Spoken body(String body) {
    return new Spoken(
        new ProducerRecord<>(
            record.topic(), null, record.key(), body.getBytes(UTF_8), record.headers()),
        proven);
  }

  public Spoken withoutBody() {
    return new Spoken(
        new ProducerRecord<>(record.topic(), null, record.key(), null, record.headers()), proven);
  }

  public Spoken key(String key) {
    return new Spoken(
        new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers()), proven);
  }

  public Spoken on(String topic) {
    return new Spoken(
        new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()), proven);
  }

  /** With this proof, whatever becomes of the record later. */
  public Spoken proof(String proof) {
    return as(true).with(EventProof.HEADER, proof);
  }

  /** With the proof of what it is now, whatever becomes of it later. */
  public Spoken proven() {
    return provenBy(SPEAKER);
  }

  /** With a proof by a service or a stranger, under his own name. */
  public Spoken provenBy(String name) {
    return proof(EventProofs.of(record, name));
  }

  /** With a proof of any making. */
  public Spoken proven(String key, String kid, String type) {
    return proof(EventProofs.of(record, key, kid, type));
  }

  /** Without a proof. */
  public Spoken unproven() {
    return as(true).without(EventProof.HEADER);
  }

  /** The value of a header. */
  public String header(String name) {
    return CloudEvent.text(record.headers(), name);
  }

  /** The record as it would be heard. */
  public ConsumerRecord<String, byte[]> asHeard() {
    var sent = proven ? this : proven();
    var heard = new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    sent.record.headers().forEach(header -> heard.headers().add(header));
    return heard;
  }

  /** A copy: Kafka's producer lets nobody change what it has sent. */
  private Spoken as(boolean proven) {
    return new Spoken(
        new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()),
        proven);
  }

  public static void say(Spoken... all) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RealStores.kafka().address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (var one : all) {
        producer.send((one.proven ? one : one.proven()).record).get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
