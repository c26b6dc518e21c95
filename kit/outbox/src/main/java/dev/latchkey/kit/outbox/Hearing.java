package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.DeadLetter;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.kit.outbox.proof.Doubt;
import dev.latchkey.kit.outbox.proof.EventVerification;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads records and gives the facts to an ear. One record at a time and in order; whatever a record
 * does, the partition goes on after it.
 */
@ApplicationScoped
public class Hearing {

  private static final String METER = "latchkey.hearing";

  /** Records that nobody of ours said, by what is wrong with their proof. */
  private static final String UNPROVEN = "latchkey.hearing.unproven";

  private final Owner hearer;
  private final EventVerification proofs;
  private final DeadLetters deadLetters;
  private final HearingConfig config;
  private final Lateness lateness;
  private final MeterRegistry meters;
  private final Vertx vertx;

  Hearing(
      @ConfigProperty(name = "latchkey.service.name") String service,
      EventVerification proofs,
      DeadLetters deadLetters,
      HearingConfig config,
      Lateness lateness,
      MeterRegistry meters,
      Vertx vertx) {
    this.hearer = Owner.named(service);
    this.proofs = proofs;
    this.deadLetters = deadLetters;
    this.config = config;
    this.lateness = lateness;
    this.meters = meters;
    this.vertx = vertx;
    // At 0 from the start: an alert that looks for a rise must see the first one.
    Stream.of(Doubt.values()).forEach(this::unproven);
  }

  /**
   * Handles one record of an incoming Kafka channel and acknowledges it. Of a type that by the
   * contracts this service has no ear for, it is skipped. What its speaker did not prove to have
   * said goes unread to the dead letters. Of the rest, a known fact goes to the ear; an unknown
   * type is counted and skipped; an unreadable record goes to the dead letters. A transient failure
   * of the ear (a server is away) is retried for ever, any other five times, then the record goes
   * to the dead letters.
   *
   * @return done when the record is acknowledged; does not fail
   */
  @SuppressWarnings("unchecked")
  public Uni<Void> hear(Message<byte[]> message, Ear ear) {
    ConsumerRecord<String, byte[]> record =
        message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
    lateness.taken(record);
    return handle(record, ear)
        .invoke(() -> lateness.done(record))
        .chain(() -> Uni.createFrom().completionStage(message.ack()));
  }

  /**
   * Hears a record once more that was set aside, as it was when it came. The ear has one try: what
   * passes by itself fails here, since whoever asked can ask again; of any other failure comes a
   * new letter, as if the record had been sent once more.
   *
   * @return false when it is among the dead letters again
   */
  public Uni<Boolean> again(ConsumerRecord<String, byte[]> record, Ear ear) {
    return doubt(record)
        .chain(doubt ->
            doubt.isPresent()
                ? disbelieve(record, doubt.get()).map(kept -> false)
                : switch (Reading.of(record)) {
                  case Reading.Known known -> tellOnce(known.heard(), ear, record);
                  case Reading.Unknown unknown ->
                      Uni.createFrom().item(true).invoke(() -> count("unknown"));
                  case Reading.Unreadable unreadable ->
                      setAside(record, unreadable.reason()).map(kept -> false);
                });
  }

  private Uni<Boolean> tellOnce(
      Heard<? extends Event> heard, Ear ear, ConsumerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .deferred(() -> ear.take(heard))
        .onFailure()
        .invoke(failure -> log(heard, failure))
        .map(done -> true)
        .invoke(() -> count("handled"))
        .onFailure(failure -> !TransientFailure.is(failure))
        .recoverWithUni(failure -> setAside(record, failed(failure)).map(kept -> false));
  }

  private Uni<Void> handle(ConsumerRecord<String, byte[]> record, Ear ear) {
    if (forOthers(record)) {
      // Without a look at its proof, which costs more than all the rest: it has no effect here.
      return Uni.createFrom().voidItem().invoke(() -> count("for_others"));
    }
    return doubt(record)
        .chain(doubt -> doubt.isPresent() ? disbelieve(record, doubt.get()) : believe(record, ear));
  }

  private boolean forOthers(ConsumerRecord<String, byte[]> record) {
    return EventType.ofType(CloudEvent.text(record.headers(), CloudEvent.TYPE))
        .filter(type -> type.topic().topic().equals(record.topic()))
        .filter(type -> !type.heardBy().contains(hearer))
        .isPresent();
  }

  private Uni<Optional<Doubt>> doubt(ConsumerRecord<String, byte[]> record) {
    return vertx.executeBlocking(() -> proofs.doubt(record), false);
  }

  private Uni<Void> disbelieve(ConsumerRecord<String, byte[]> record, Doubt doubt) {
    unproven(doubt).increment();
    return setAside(record, doubt.reason());
  }

  private Counter unproven(Doubt doubt) {
    return meters.counter(UNPROVEN, "doubt", doubt.name().toLowerCase(Locale.ROOT));
  }

  private Uni<Void> believe(ConsumerRecord<String, byte[]> record, Ear ear) {
    return switch (Reading.of(record)) {
      case Reading.Known known -> tell(known.heard(), ear, record);
      case Reading.Unknown unknown -> Uni.createFrom().voidItem().invoke(() -> count("unknown"));
      case Reading.Unreadable unreadable -> setAside(record, unreadable.reason());
    };
  }

  private Uni<Void> tell(
      Heard<? extends Event> heard, Ear ear, ConsumerRecord<String, byte[]> record) {
    var patience = new Patience(config, () -> count("retried"));
    return Uni.createFrom()
        .deferred(() -> ear.take(heard))
        .onFailure()
        .invoke(failure -> log(heard, failure))
        .onFailure()
        .retry()
        .when(failures -> failures.onItem().transformToUniAndConcatenate(f -> patience.after(f)))
        .invoke(() -> count("handled"))
        .onFailure()
        .recoverWithUni(failure -> setAside(record, failed(failure)));
  }

  private static String failed(Throwable failure) {
    return DeadLetter.EAR_FAILED + failure.getClass().getName();
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
