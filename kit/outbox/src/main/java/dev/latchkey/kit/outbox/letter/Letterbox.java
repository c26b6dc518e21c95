package dev.latchkey.kit.outbox.letter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import dev.latchkey.contracts.event.DeadLetter;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.outbox.Ears;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The dead letters of this service in Kafka, and how far replays of them have come: the offset of
 * the group {@link DeadLetter#REPLAYS}, as for {@code ./dev replay}. Nobody joins that group, so no
 * replica waits for another. Blocks: not on event loops.
 */
@Singleton
class Letterbox {

  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration READING = Duration.ofSeconds(15);

  private final Ears ears;
  private final Map<String, Object> kafka;

  /**
   * A letterbox.
   *
   * @param kafka addresses, user and trust: what Quarkus gives to every channel
   */
  Letterbox(Ears ears, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.ears = ears;
    this.kafka = kafka;
  }

  /**
   * What stands there now.
   *
   * @throws TimeoutException when Kafka does not give it in time
   */
  LettersFound read() {
    var topics = new LinkedHashMap<String, Topic>();
    ears.topics().forEach(topic -> topics.put(topic.deadLetters(ears.hearer()), topic));
    var haul = new Haul();
    try (var consumer = consumer()) {
      var places = places(consumer, topics.keySet());
      consumer.assign(places);
      read(consumer, consumer.endOffsets(places), topics, haul);
    }
    return haul.found();
  }

  /** Reads to the ends that there are now, or until it is enough. */
  private static void read(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Map<String, Topic> topics,
      Haul haul) {
    var end = System.nanoTime() + READING.toNanos();
    var unread = new ArrayList<>(ends.keySet());
    while (true) {
      unread.removeIf(place -> consumer.position(place) >= ends.getOrDefault(place, 0L));
      var enough = unread.stream().filter(place -> haul.enough(topic(topics, place))).toList();
      if (unread.removeAll(enough)) {
        consumer.pause(enough);
        haul.leave();
      }
      if (unread.isEmpty()) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new TimeoutException("the dead letters of " + unread);
      }
      for (var record : consumer.poll(POLL)) {
        var place = new TopicPartition(record.topic(), record.partition());
        haul.add(new Letter(topic(topics, place), record));
      }
    }
  }

  private static Topic topic(Map<String, Topic> topics, TopicPartition place) {
    return Objects.requireNonNull(topics.get(place.topic()), place::topic);
  }

  /** Notes that letters, and what stands before them, are dealt with. */
  void deal(List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    letters.stream()
        .collect(groupingBy(Letter::place, mapping(Letter::next, reducing(0L, Math::max))))
        .forEach((place, next) -> offsets.put(place, new OffsetAndMetadata(next)));
    try (var consumer = consumer()) {
      consumer.commitSync(offsets);
    }
  }

  private static List<TopicPartition> places(
      Consumer<String, byte[]> consumer, Collection<String> topics) {
    return topics.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private Consumer<String, byte[]> consumer() {
    var settings = new HashMap<>(kafka);
    settings.put("group.id", DeadLetter.REPLAYS);
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", "false");
    settings.put("fetch.max.bytes", "4194304");
    settings.put("request.timeout.ms", "4000");
    settings.put("default.api.timeout.ms", "5000");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
