package dev.latchkey.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How late records are heard, counted from when their speaker published them. What is in hand shows
 * a hearer that is stuck, what is done one that is slow; a hearer that is dead shows nothing here,
 * and by its absence.
 */
@ApplicationScoped
class Lateness {

  /** Seconds that the oldest record in hand has been waiting to take effect; 0 without one. */
  private static final String IN_HAND = "latchkey.hearing.oldest.seconds";

  /** From published to done, of each record. */
  private static final String DONE = "latchkey.hearing.delay";

  private final MeterRegistry meters;
  private final Clock clock;

  /** When that which is in hand was published, by partition: of one there is one at a time. */
  private final Map<String, Map<TopicPartition, Long>> inHand = new ConcurrentHashMap<>();

  Lateness(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  void taken(ConsumerRecord<?, ?> record) {
    inHand
        .computeIfAbsent(record.topic(), this::watched)
        .put(partition(record), record.timestamp());
  }

  void done(ConsumerRecord<?, ?> record) {
    inHand.computeIfAbsent(record.topic(), this::watched).remove(partition(record));
    meters.timer(DONE, topic(record.topic())).record(since(record.timestamp()));
  }

  private Map<TopicPartition, Long> watched(String topic) {
    var partitions = new ConcurrentHashMap<TopicPartition, Long>();
    meters.gauge(IN_HAND, topic(topic), partitions, this::oldestSeconds);
    return partitions;
  }

  private double oldestSeconds(Map<TopicPartition, Long> partitions) {
    return partitions.values().stream()
        .mapToDouble(published -> since(published).toMillis() / 1000.0)
        .max()
        .orElse(0);
  }

  /** Clocks differ: never below zero. */
  private Duration since(long published) {
    return Duration.ofMillis(Math.max(0, clock.millis() - published));
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static Tags topic(String name) {
    return Tags.of("topic", name);
  }
}
