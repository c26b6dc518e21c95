package dev.latchkey.kit.outbox;

import dev.latchkey.kit.outbox.wire.CloudEvent;
import dev.latchkey.kit.testkit.RealStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that is on a topic, from its beginning. */
public final class SaidOn implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

  public SaidOn(String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", RealStores.kafka().address()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** What matches, once there are that many. */
  public List<ConsumerRecord<String, byte[]>> await(
      int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    var end = System.nanoTime() + LIMIT.toNanos();
    var found = found(wanted);
    while (found.size() < count) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited for " + count + " records, there are " + found.size());
      }
      poll(Duration.ofMillis(100));
      found = found(wanted);
    }
    return found;
  }

  /** What matches after the topic was quiet for that long. */
  public List<ConsumerRecord<String, byte[]>> after(
      Duration quiet, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    var end = System.nanoTime() + quiet.toNanos();
    while (System.nanoTime() < end) {
      poll(Duration.ofMillis(100));
    }
    return found(wanted);
  }

  public static Predicate<ConsumerRecord<String, byte[]>> by(String key) {
    return record -> key.equals(record.key());
  }

  public static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    var headers = new HashMap<String, String>();
    record.headers().forEach(h -> headers.put(h.key(), CloudEvent.text(record.headers(), h.key())));
    return headers;
  }

  private List<ConsumerRecord<String, byte[]>> found(
      Predicate<ConsumerRecord<String, byte[]>> wanted) {
    return records.stream().filter(wanted).toList();
  }

  private void poll(Duration patience) {
    consumer.poll(patience).forEach(records::add);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
