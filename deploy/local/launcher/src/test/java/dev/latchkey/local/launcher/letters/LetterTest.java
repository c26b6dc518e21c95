package dev.latchkey.local.launcher.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LetterTest {

  @Test
  void what_failed_or_whose_key_was_unknown_is_worth_another_hearing() {
    assertThat(because("the ear failed: java.lang.IllegalStateException").readable()).isTrue();
    assertThat(because("ce_proof is under no key of its speaker").readable()).isTrue();
  }

  @Test
  void what_nobody_can_read_or_believe_is_not() {
    assertThat(because("the body is missing").readable()).isFalse();
    assertThat(because("ce_proof is missing").readable()).isFalse();
    assertThat(because("ce_proof is not of this record by its speaker").readable()).isFalse();
    assertThat(because("ce_source does not speak on this topic").readable()).isFalse();
  }

  @Test
  void it_goes_back_as_it_came_with_its_proof() {
    var again = because("the ear failed: x").again("latchkey.account");

    assertThat(again.topic()).isEqualTo("latchkey.account");
    assertThat(again.key()).isEqualTo("key".getBytes(UTF_8));
    assertThat(again.value()).isEqualTo("body".getBytes(UTF_8));
    assertThat(again.headers())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .containsExactlyInAnyOrder("ce_id=1", "ce_proof=a..b");
  }

  private static Letter because(String reason) {
    var record =
        new ConsumerRecord<>(
            "latchkey.account.mfa-service.dlq",
            0,
            0,
            "key".getBytes(UTF_8),
            "body".getBytes(UTF_8));
    Map.of("ce_id", "1", "ce_proof", "a..b", "dead-letter-reason", reason)
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return new Letter(record);
  }
}
