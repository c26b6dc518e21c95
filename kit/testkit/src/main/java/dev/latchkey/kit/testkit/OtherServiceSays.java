package dev.latchkey.kit.testkit;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.EventId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says events in Kafka as another service would, so that the one under test hears them. */
public final class OtherServiceSays {

  /** By broker; each test would connect anew. */
  private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS =
      new ConcurrentHashMap<>();

  private OtherServiceSays() {}

  /** Says a fact under a new id and answers that. */
  public static EventId that(Event fact) {
    var id = new EventId(UUID.randomUUID());
    again(id, fact);
    return id;
  }

  /**
   * Says a fact under an id that may have been used: the same event, delivered twice. It has the
   * proof of the service that says such facts.
   */
  public static void again(EventId id, Event fact) {
    var type = EventType.of(fact);
    var headers = new HashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_source", "/" + speaker(type.topic()));
    headers.put("ce_type", type.type());
    headers.put("ce_time", fact.at().toString());
    headers.put("ce_subject", fact.account().toString());
    headers.put("ce_dataschema", type.schema());
    headers.put("ce_partitionkey", fact.account().toString());
    headers.put("content-type", "application/json");
    raw(type.topic(), fact.account().toString(), headers, EventJson.write(fact));
  }

  /**
   * Puts any record into a topic, however wrong, with a proof that the topic's speaker wrote it so;
   * returns when Kafka has it.
   */
  public static void raw(Topic topic, String key, Map<String, String> headers, String body) {
    var record = new ProducerRecord<>(topic.topic(), key, body.getBytes(StandardCharsets.UTF_8));
    headers.forEach((name, value) -> put(record, name, value));
    put(record, EventProof.HEADER, EventProofs.of(record, speaker(topic)));
    try {
      var unused = producer().send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static KafkaProducer<String, byte[]> producer() {
    return PRODUCERS.computeIfAbsent(
        RealStores.kafka().address(),
        nobodys ->
            new KafkaProducer<>(
                KafkaAddress.settings(), new StringSerializer(), new ByteArraySerializer()));
  }

  private static void put(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String speaker(Topic topic) {
    return topic.saidBy().getFirst().service();
  }
}
