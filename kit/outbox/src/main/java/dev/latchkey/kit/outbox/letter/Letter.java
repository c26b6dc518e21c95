package dev.latchkey.kit.outbox.letter;

import dev.latchkey.contracts.event.DeadLetter;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record that this service set aside.
 *
 * @param topic where it was heard; not what a header says, but whose dead letters it is among
 */
record Letter(Topic topic, ConsumerRecord<String, byte[]> record) {

  /** False for a record that would come back at once: nobody can read it, or believe it. */
  boolean readable() {
    return DeadLetter.worthAnotherHearing(header(DeadLetter.REASON));
  }

  /** The record as it came, where it was. */
  ConsumerRecord<String, byte[]> asItCame() {
    int partition = (int) number(DeadLetter.PARTITION);
    var came =
        new ConsumerRecord<>(
            topic.topic(), partition, number(DeadLetter.OFFSET), record.key(), record.value());
    for (var header : record.headers()) {
      if (!header.key().startsWith(DeadLetter.HEADERS)) {
        came.headers().add(header);
      }
    }
    return came;
  }

  /** Where it stands among the dead letters. */
  TopicPartition place() {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** The place behind it. */
  long next() {
    return record.offset() + 1;
  }

  /** How many bytes it takes, about. */
  long size() {
    return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
  }

  /** The header's text, empty when it is missing. */
  String header(String name) {
    return CloudEvent.text(record.headers(), name);
  }

  /** Where it was; -1 where we did not write that. */
  long number(String header) {
    try {
      return Long.parseLong(header(header));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public String toString() {
    return "Letter[%s offset %d]".formatted(place(), record.offset());
  }
}
