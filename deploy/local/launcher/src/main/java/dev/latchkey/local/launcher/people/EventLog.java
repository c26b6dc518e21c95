package dev.latchkey.local.launcher.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was said about one account, read from Kafka itself. */
public final class EventLog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(300);
  private static final int LONGEST = 300;

  private final KafkaConsumer<String, String> consumer;
  private final String account;

  public EventLog(String kafka, String account) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new StringDeserializer());
    this.account = account;
  }

  /** What was said until now, in order. */
  public List<String> untilNow() {
    var partitions = partitions();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    var records = new ArrayList<ConsumerRecord<String, String>>();
    while (partitions.stream()
        .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
      about().forEach(records::add);
    }
    records.sort(Comparator.comparing(EventLog::time));
    return records.stream().map(EventLog::line).toList();
  }

  /** What is said from now on, until this thread is interrupted. */
  public void follow(Consumer<String> reader) {
    while (!Thread.currentThread().isInterrupted()) {
      about().sorted(Comparator.comparing(EventLog::time)).map(EventLog::line).forEach(reader);
    }
  }

  private Stream<ConsumerRecord<String, String>> about() {
    var records = new ArrayList<ConsumerRecord<String, String>>();
    consumer.poll(POLL).forEach(records::add);
    return records.stream().filter(one -> account.equals(one.key()));
  }

  private List<TopicPartition> partitions() {
    return Stream.of(Topic.values())
        .flatMap(topic -> consumer.partitionsFor(topic.topic()).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static String line(ConsumerRecord<String, String> one) {
    var type = header(one, "ce_type");
    var body = String.valueOf(one.value());
    return "%s  %-24s %s"
        .formatted(time(one), type, body.substring(0, Math.min(LONGEST, body.length())));
  }

  private static String time(ConsumerRecord<String, String> one) {
    return header(one, "ce_time");
  }

  private static String header(ConsumerRecord<String, String> one, String name) {
    var header = one.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
