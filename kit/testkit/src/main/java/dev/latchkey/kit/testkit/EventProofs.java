package dev.latchkey.kit.testkit;

import dev.latchkey.contracts.event.EventProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Proofs of events, as the services make them; and as nobody should. */
public final class EventProofs {

  private EventProofs() {}

  /** The proof of a record by a service, under its key of this test run. */
  public static String of(ProducerRecord<String, byte[]> record, String service) {
    return of(record, service, service, EventProof.TYPE);
  }

  /**
   * Any proof of a record, however wrong.
   *
   * @param key name of the key that signs; one that no service has is made
   * @param kid the key's id, as the proof says it
   * @param type JOSE {@code typ}
   */
  public static String of(
      ProducerRecord<String, byte[]> record, String key, String kid, String type) {
    return TestKeys.detached(key, kid, type, payload(record));
  }

  /** Public keys of this test run as {@code latchkey.service.callers} has them. */
  public static String callers(String... services) {
    return TestKeys.publicKeys(List.of(services));
  }

  private static byte[] payload(ProducerRecord<String, byte[]> record) {
    return EventProof.payload(
        record.topic(),
        record.key() == null ? "" : record.key(),
        name -> text(record.headers(), name),
        record.value() == null ? new byte[0] : record.value());
  }

  private static String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
