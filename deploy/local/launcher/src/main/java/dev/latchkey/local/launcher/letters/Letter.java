package dev.latchkey.local.launcher.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that one service could not handle, as it set it aside. */
public record Letter(ConsumerRecord<byte[], byte[]> record) {

  /** False for a record that would come back at once: nobody can read it, or believe it. */
  public boolean readable() {
    return DeadLetter.worthAnotherHearing(header(DeadLetter.REASON));
  }

  /** The record as it came, addressed to a topic. */
  ProducerRecord<byte[], byte[]> again(String topic) {
    var again = new ProducerRecord<>(topic, record.key(), record.value());
    for (var header : record.headers()) {
      if (!header.key().startsWith(DeadLetter.HEADERS)) {
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
            header(DeadLetter.PARTITION),
            header(DeadLetter.OFFSET),
            header(DeadLetter.REASON));
  }

  private String header(String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "-" : new String(header.value(), UTF_8);
  }
}
