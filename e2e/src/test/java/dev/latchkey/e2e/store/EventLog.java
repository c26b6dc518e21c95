package dev.latchkey.e2e.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Everything that Kafka holds, read from the beginning, without a consumer group; and said again.
 */
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
    return since(new Mark(Map.of()));
  }

  /** A moment, in offsets. */
  public record Mark(Map<TopicPartition, Long> ends) {
    public Mark {
      ends = Map.copyOf(ends);
    }
  }

  /** This moment. */
  public Mark now() {
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
      return new Mark(consumer.endOffsets(partitions(consumer), PATIENCE));
    }
  }

  /** All records that came after a moment, of all topics but Kafka's own. */
  public List<Heard> since(Mark mark) {
    var records = new ArrayList<Heard>();
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      mark.ends().forEach(consumer::seek);
      var ends = consumer.endOffsets(partitions, PATIENCE);
      while (!reached(consumer, ends)) {
        consumer.poll(Duration.ofMillis(200)).forEach(found -> records.add(Heard.of(found)));
      }
    }
    return records;
  }

  /** Sends records once more, in this order, as they were. */
  public void say(List<Heard> records) {
    var settings = Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<byte[], byte[]>(settings, bytes, bytes)) {
      var sent = records.stream().map(record -> producer.send(record.toRecord())).toList();
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** True when every service is done with everything that was said until now. */
  public boolean allHeard() {
    try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()));
        var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
      for (var group : admin.listGroups().all().get()) {
        var done =
            admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
        var ends = consumer.endOffsets(done.keySet(), PATIENCE);
        if (!done.entrySet().stream()
            .filter(one -> !one.getKey().topic().endsWith(".dlq"))
            .allMatch(one -> one.getValue().offset() >= ends.getOrDefault(one.getKey(), 0L))) {
          return false;
        }
      }
      return true;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.listTopics(PATIENCE).entrySet().stream()
        .filter(topic -> !topic.getKey().startsWith("__"))
        .flatMap(topic -> topic.getValue().stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private String address() {
    return "127.0.0.1:" + port;
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
  }

  private Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        address(),
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class);
  }
}
