package dev.latchkey.kit.outbox.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Topic;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class HaulTest {

  private final Haul haul = new Haul();

  @Test
  void of_each_topic_a_thousand_are_taken() {
    for (int offset = 0; offset < Haul.MOST; offset++) {
      haul.add(letter(Topic.MFA, offset, 10));
    }
    assertThat(haul.enough(Topic.MFA)).isTrue();
    assertThat(haul.enough(Topic.ACCOUNT)).isFalse();
    assertThat(haul.found().more()).isFalse();

    haul.add(letter(Topic.MFA, Haul.MOST, 10));
    haul.add(letter(Topic.ACCOUNT, 0, 10));

    assertThat(haul.found().more()).isTrue();
    assertThat(haul.found().letters())
        .hasSize(Haul.MOST + 1)
        .last()
        .satisfies(last -> assertThat(last.next()).isEqualTo(Haul.MOST));
    assertThat(haul.found().letters().getFirst().topic()).isEqualTo(Topic.ACCOUNT);
  }

  @Test
  void large_ones_are_fewer() {
    for (int offset = 0; offset < 16; offset++) {
      assertThat(haul.enough(Topic.ACCOUNT)).isFalse();
      haul.add(letter(Topic.MFA, offset, 1 << 20));
    }

    assertThat(haul.enough(Topic.ACCOUNT)).isTrue();
  }

  private static Letter letter(Topic topic, long offset, int size) {
    return new Letter(
        topic,
        new ConsumerRecord<>(
            topic.topic() + ".auth-service.dlq",
            0,
            offset,
            0,
            TimestampType.CREATE_TIME,
            0,
            size,
            "",
            new byte[0],
            new RecordHeaders(),
            Optional.empty()));
  }
}
