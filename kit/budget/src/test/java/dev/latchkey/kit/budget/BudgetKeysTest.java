package dev.latchkey.kit.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetKeysTest {

  private static final Limit LIMIT =
      new Limit("ten", 10, Duration.ofMinutes(15), Duration.ofHours(1));
  private static final String KEY = base64(32);

  @Test
  void a_key_is_32_bytes_and_is_never_quoted() {
    for (var wrong : new String[] {"", base64(16), base64(33), "not base64!"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BudgetKeys(Optional.of(wrong), Optional.empty()))
          .withMessageMatching("key latchkey.counter-names.key is not (32 bytes|base64)")
          .withNoCause();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BudgetKeys(Optional.empty(), Optional.of(wrong)))
          .withMessageMatching("key latchkey.token-hash.key is not (32 bytes|base64)")
          .withNoCause();
    }
  }

  @Test
  void without_any_key_it_says_which_to_set() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BudgetKeys(Optional.empty(), Optional.empty()))
        .withMessageContaining("latchkey.counter-names.key");
  }

  @Test
  void the_key_of_before_names_counters_as_long_as_there_is_no_other() {
    var before = new BudgetKeys(Optional.empty(), Optional.of(KEY));
    var own = new BudgetKeys(Optional.of(KEY + "\n"), Optional.of("of no use any more"));

    assertThat(own.of(LIMIT, "alice").inRedis()).isEqualTo(before.of(LIMIT, "alice").inRedis());
  }

  private static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
