package dev.latchkey.local.launcher.letters;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.DeadLetter;
import dev.latchkey.contracts.event.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What one service could not handle of one topic, and was not looked at by a replay before. */
public final class DeadLetters implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(300);

  private final String kafka;
  private final Topic topic;
  private final Owner hearer;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * Dead letters.
   *
   * @param kafka host and port
   */
  public DeadLetters(String kafka, Topic topic, Owner hearer) {
    this.kafka = kafka;
    this.topic = topic;
    this.hearer = hearer;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka,
                "group.id", DeadLetter.REPLAYS,
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "allow.auto.create.topics", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Their topic. */
  public String name() {
    return topic.deadLetters(hearer);
  }

  /** The letters, the oldest first. */
  public List<Letter> read() {
    var partitions =
        consumer.partitionsFor(name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    var ends = consumer.endOffsets(partitions);
    var letters = new ArrayList<Letter>();
    while (partitions.stream()
        .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
      consumer.poll(POLL).forEach(record -> letters.add(new Letter(record)));
    }
    return letters;
  }

  /**
   * Sends letters that were read back to where they came from, and notes that all that were read
   * are dealt with. Cut off in the middle, it sends some again the next time: hearers do not mind.
   */
  public void replay(List<Letter> letters) throws IOException, InterruptedException {
    var bytes = new ByteArraySerializer();
    var settings = Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all");
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      var sent = new ArrayList<Future<?>>();
      letters.forEach(letter -> sent.add(producer.send(letter.again(topic.topic()))));
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("Kafka did not take them all: " + e.getCause(), e);
    }
    consumer.commitSync();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
