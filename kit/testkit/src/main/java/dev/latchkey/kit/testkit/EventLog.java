package dev.latchkey.kit.testkit;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that was ever said in a topic, read by the test itself. Not for several threads. Whoever asks
 * for a topic again goes on where the one before stopped reading: hundreds of tests want one fact
 * of thousands, and each would fetch them all.
 */
public final class EventLog implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** By broker and topic: a broker that was replaced is read from the beginning. */
  private static final Map<String, EventLog> LOGS = new ConcurrentHashMap<>();

  private final KafkaConsumer<String, String> consumer;
  private final List<SaidEvent> said = new ArrayList<>();

  private EventLog(String topic) {
    consumer =
        new KafkaConsumer<>(
            KafkaAddress.settings(), new StringDeserializer(), new StringDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public static EventLog of(Topic topic) {
    return of(topic.topic());
  }

  /** What one hearer could not read or handle. */
  public static EventLog ofDeadLetters(Topic topic, Owner hearer) {
    return of(topic.deadLetters(hearer));
  }

  private static EventLog of(String topic) {
    return LOGS.computeIfAbsent(
        RealStores.kafka().address() + " " + topic, nobodys -> new EventLog(topic));
  }

  /** The first event about an account of that type; waits for it for 15 seconds. */
  public <E extends Event> E await(Class<E> type, AccountId account) {
    return await(event -> of(event, type, account).isPresent()).fact(type).orElseThrow();
  }

  /** The first event that fits; waits for it for 15 seconds. */
  public SaidEvent await(Predicate<SaidEvent> wanted) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var found = first(wanted);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      poll(Duration.ofMillis(100));
      found = first(wanted);
    }
    return found.orElseThrow(() -> new AssertionError("not said; what was said: " + said));
  }

  /**
   * All events about an account of that type, so far. A test that counts waits a moment for one too
   * many.
   */
  public <E extends Event> List<E> all(Class<E> type, AccountId account, Duration moment) {
    var deadline = System.nanoTime() + moment.toNanos();
    do {
      poll(
          Duration.ofNanos(
              Math.max(TimeUnit.MILLISECONDS.toNanos(50), deadline - System.nanoTime())));
    } while (System.nanoTime() < deadline);
    return said.stream().flatMap(event -> of(event, type, account).stream()).toList();
  }

  /** Everything so far. */
  public List<SaidEvent> all() {
    poll(Duration.ofMillis(200));
    return List.copyOf(said);
  }

  /** What was read stays, and so does the connection, for whoever asks next. */
  @Override
  public void close() {}

  /** The fact, when it is of that type and about that account. Reads as few as it can. */
  private static <E extends Event> Optional<E> of(
      SaidEvent event, Class<E> type, AccountId account) {
    return event.json().contains(account.toString())
        ? event.fact(type).filter(fact -> fact.account().equals(account))
        : Optional.empty();
  }

  private Optional<SaidEvent> first(Predicate<SaidEvent> wanted) {
    return said.stream().filter(wanted).findFirst();
  }

  private void poll(Duration patience) {
    consumer.poll(patience).forEach(record -> said.add(read(record)));
  }

  private static SaidEvent read(ConsumerRecord<String, String> record) {
    var headers = new HashMap<String, String>();
    record
        .headers()
        .forEach(header ->
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new SaidEvent(
        String.valueOf(record.key()), Map.copyOf(headers), String.valueOf(record.value()));
  }
}
