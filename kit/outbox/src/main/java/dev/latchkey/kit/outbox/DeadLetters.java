package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.DeadLetter;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import dev.latchkey.kit.outbox.wire.Kafka;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where records go that could not be handled, as they came, so that they can be replayed. */
@ApplicationScoped
class DeadLetters {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Kafka kafka;
  private final Owner hearer;

  DeadLetters(Kafka kafka, @ConfigProperty(name = "latchkey.service.name") String service) {
    this.kafka = kafka;
    hearer = Owner.named(service);
  }

  /**
   * Keeps the record apart. Tries until Kafka has it: going on without would lose the record.
   *
   * @param reason our own words, nothing from the record
   */
  Uni<Void> keep(ConsumerRecord<String, byte[]> record, String reason) {
    Log.errorf(
        "event dead-lettered outcome=dead_lettered reason=\"%s\" topic=%s partition=%d offset=%d",
        reason, record.topic(), record.partition(), record.offset());
    return Uni.createFrom()
        .deferred(() -> kafka.send(letter(record, reason)))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private ProducerRecord<String, byte[]> letter(
      ConsumerRecord<String, byte[]> record, String reason) {
    var topic = topic(record.topic()).deadLetters(hearer);
    var letter = new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
    CloudEvent.put(letter.headers(), DeadLetter.REASON, reason);
    CloudEvent.put(letter.headers(), DeadLetter.TOPIC, record.topic());
    CloudEvent.put(letter.headers(), DeadLetter.PARTITION, Integer.toString(record.partition()));
    CloudEvent.put(letter.headers(), DeadLetter.OFFSET, Long.toString(record.offset()));
    return letter;
  }

  private static Topic topic(String name) {
    return Stream.of(Topic.values())
        .filter(topic -> topic.topic().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no topic of the contracts: " + name));
  }
}
