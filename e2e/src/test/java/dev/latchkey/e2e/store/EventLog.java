package dev.latchkey.e2e.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that Kafka holds, read from the beginning, without a consumer group. */
public final class EventLog {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;

  public EventLog(int port) {
    this.port = port;
  }

  /** The facts about one account, of all topics, each topic's in order. */
  public List<Heard> about(String account) {
    return all().stream().filter(heard -> heard.key().equals(account)).toList();
  }

  /** The facts of one name about one account. */
  public List<Heard> about(String account, String fact) {
    return about(account).stream().filter(heard -> heard.fact().equals(fact)).toList();
  }

  /** All records of all topics but Kafka's own. */
  public List<Heard> all() {
    var records = new ArrayList<Heard>();
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
      var partitions =
          consumer.listTopics(PATIENCE).entrySet().stream()
              .filter(topic -> !topic.getKey().startsWith("__"))
              .flatMap(topic -> topic.getValue().stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions, PATIENCE);
      while (!reached(consumer, ends)) {
        consumer.poll(Duration.ofMillis(200)).forEach(found -> records.add(Heard.of(found)));
      }
    }
    return records;
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
  }

  private Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        "127.0.0.1:" + port,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class);
  }
}
