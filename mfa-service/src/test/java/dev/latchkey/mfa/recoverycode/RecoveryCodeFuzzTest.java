package dev.latchkey.mfa.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.hostile.Hostile;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class RecoveryCodeFuzzTest {

  private static Gen<String> codes() {
    return Hostile.near("0123-4567-89ab-cdef", "oil0 oil1 wxyz wxyz", "123456", "12345678", "");
  }

  @Test
  void any_text_is_a_code_or_none_and_a_code_was_meant_as_one() {
    Hostile.holds(
        codes(),
        text ->
            RecoveryCode.typed(text)
                .ifPresent(code -> {
                  assertThat(RecoveryCode.meant(text)).isTrue();
                  assertThat(RecoveryCode.typed(code.shown())).contains(code);
                  assertThat(code.toString()).doesNotContain(code.symbols());
                }));
  }

  @Test
  void case_and_hyphens_change_nothing() {
    Hostile.holds(
        codes(),
        text -> {
          if (text.length() < 60 && text.chars().allMatch(c -> c < 0x80)) {
            assertThat(RecoveryCode.typed("-" + text.toUpperCase(Locale.ROOT) + " "))
                .isEqualTo(RecoveryCode.typed(text));
          }
        });
  }

  @Test
  void a_code_that_was_made_is_read() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      var code = RecoveryCode.random(random);
      assertThat(RecoveryCode.typed(code.shown())).contains(code);
    }
  }
}
