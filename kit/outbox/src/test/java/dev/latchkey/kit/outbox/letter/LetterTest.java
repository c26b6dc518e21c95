package dev.latchkey.kit.outbox.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Topic;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LetterTest {

  @Test
  void what_failed_or_whose_key_was_unknown_is_worth_another_hearing() {
    assertThat(because("the ear failed: java.lang.IllegalStateException").readable()).isTrue();
    assertThat(because("ce_proof is under no key of its speaker").readable()).isTrue();
    assertThat(because("the body is missing").readable()).isFalse();
    assertThat(because("ce_proof is missing").readable()).isFalse();
    assertThat(because("").readable()).isFalse();
  }

  @Test
  void it_is_heard_as_it_came_where_it_was() {
    var came =
        letter(
                Map.of(
                    "ce_id", "1",
                    "ce_proof", "a..b",
                    "dead-letter-reason", "the ear failed: x",
                    "dead-letter-topic", "latchkey.account",
                    "dead-letter-partition", "2",
                    "dead-letter-offset", "7"))
            .asItCame();

    assertThat(came.topic()).isEqualTo("latchkey.mfa");
    assertThat(came.partition()).isEqualTo(2);
    assertThat(came.offset()).isEqualTo(7);
    assertThat(came.key()).isEqualTo("account");
    assertThat(came.value()).isEqualTo("body".getBytes(UTF_8));
    assertThat(came.headers())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .containsExactlyInAnyOrder("ce_id=1", "ce_proof=a..b");
  }

  @Test
  void no_text_of_a_stranger_is_passed_on() {
    var forged = "alice@example.com \u001b[2J";
    var letter =
        letter(
            Map.of(
                "ce_type", forged,
                "ce_id", forged,
                "ce_time", forged,
                "dead-letter-reason", "ce_proof is missing"));

    assertThat(LetterView.of(letter))
        .isEqualTo(
            new LetterView("latchkey.mfa", null, null, null, -1, -1, "ce_proof is missing", false));
    assertThat(letter.toString()).doesNotContain("account", "body", "alice");
  }

  private static Letter because(String reason) {
    return letter(Map.of("dead-letter-reason", reason));
  }

  private static Letter letter(Map<String, String> headers) {
    var record =
        new ConsumerRecord<>(
            "latchkey.mfa.auth-service.dlq", 0, 3, "account", "body".getBytes(UTF_8));
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return new Letter(Topic.MFA, record);
  }
}
