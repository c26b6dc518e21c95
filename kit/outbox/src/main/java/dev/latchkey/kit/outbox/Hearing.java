package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads records and gives the facts to an ear. One record at a time and in order; whatever a record
 * does, the partition goes on after it.
 */
@ApplicationScoped
public class Hearing {

  private static final String METER = "latchkey.hearing";

  private final DeadLetters deadLetters;
  private final HearingConfig config;
  private final MeterRegistry meters;

  Hearing(DeadLetters deadLetters, HearingConfig config, MeterRegistry meters) {
    this.deadLetters = deadLetters;
    this.config = config;
    this.meters = meters;
  }

  /**
   * Handles one record of an incoming Kafka channel and acknowledges it. A known fact goes to the
   * ear; an unknown type is counted and skipped; an unreadable record goes to the dead letters. A
   * transient failure of the ear (a server is away) is retried for ever, any other five times, then
   * the record goes to the dead letters.
   *
   * @param ear called again after a failure, so it must undo what it did: a transaction with {@link
   *     Inbox#once} does; it ignores facts that it has no use for
   * @return done when the record is acknowledged; does not fail
   */
  @SuppressWarnings("unchecked")
  public Uni<Void> hear(Message<byte[]> message, Function<Heard<? extends Event>, Uni<Void>> ear) {
    ConsumerRecord<String, byte[]> record =
        message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
    return handle(record, ear).chain(() -> Uni.createFrom().completionStage(message.ack()));
  }

  private Uni<Void> handle(
      ConsumerRecord<String, byte[]> record, Function<Heard<? extends Event>, Uni<Void>> ear) {
    return switch (Reading.of(record)) {
      case Reading.Known known -> tell(known.heard(), ear, record);
      case Reading.Unknown unknown -> Uni.createFrom().voidItem().invoke(() -> count("unknown"));
      case Reading.Unreadable unreadable -> setAside(record, unreadable.reason());
    };
  }

  private Uni<Void> tell(
      Heard<? extends Event> heard,
      Function<Heard<? extends Event>, Uni<Void>> ear,
      ConsumerRecord<String, byte[]> record) {
    var patience = new Patience(config, () -> count("retried"));
    return Uni.createFrom()
        .deferred(() -> ear.apply(heard))
        .onFailure()
        .invoke(failure -> log(heard, failure))
        .onFailure()
        .retry()
        .when(failures -> failures.onItem().transformToUniAndConcatenate(f -> patience.after(f)))
        .invoke(() -> count("handled"))
        .onFailure()
        .recoverWithUni(
            failure -> setAside(record, "the ear failed: " + failure.getClass().getName()));
  }

  private Uni<Void> setAside(ConsumerRecord<String, byte[]> record, String reason) {
    return deadLetters.keep(record, reason).invoke(() -> count("dead_lettered"));
  }

  private void count(String outcome) {
    meters.counter(METER, "outcome", outcome).increment();
  }

  /** The failure's text may quote values; its type does not. */
  private static void log(Heard<? extends Event> heard, Throwable failure) {
    Log.warnf(
        "event is not handled eventId=%s eventType=%s accountId=%s outcome=failed cause=%s",
        heard.id(),
        heard.fact().getClass().getSimpleName(),
        heard.fact().account(),
        failure.getClass().getName());
  }
}
