package dev.latchkey.local.launcher.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that one service could not handle, as it set it aside. */
public record Letter(ConsumerRecord<byte[], byte[]> record) {

  /** Headers that the record did not have when it came. */
  private static final String OURS = "dead-letter-";

  /** Readable, but its effect failed. */
  private static final String FAILED = "the ear failed";

  /** Signed with a key that the hearer did not have: perhaps it has it by now. */
  private static final String UNKNOWN_KEY = "ce_proof is under no key of its speaker";

  /** False for a record that would come back at once: nobody can read it, or believe it. */
  public boolean readable() {
    var reason = header(OURS + "reason");
    return reason.startsWith(FAILED) || reason.equals(UNKNOWN_KEY);
  }

  /** The record as it came, addressed to a topic. */
  ProducerRecord<byte[], byte[]> again(String topic) {
    var again = new ProducerRecord<>(topic, record.key(), record.value());
    for (var header : record.headers()) {
      if (!header.key().startsWith(OURS)) {
        again.headers().add(header);
      }
    }
    return again;
  }

  /** When and what it was, where it stood, and why it is here; nothing of its body. */
  @Override
  public String toString() {
    return "%s  %s %s  partition %s offset %s: %s"
        .formatted(
            header("ce_time"),
            header("ce_type"),
            header("ce_id"),
            header(OURS + "partition"),
            header(OURS + "offset"),
            header(OURS + "reason"));
  }

  private String header(String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "-" : new String(header.value(), UTF_8);
  }
}
