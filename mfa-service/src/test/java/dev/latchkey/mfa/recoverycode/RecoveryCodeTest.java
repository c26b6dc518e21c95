package dev.latchkey.mfa.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private final SecureRandom random = new SecureRandom();

  @Test
  @Tag("attack-26")
  void is_shown_in_four_groups_of_letters_and_digits_that_look_like_no_other() {
    var shown = RecoveryCode.random(random).shown();

    assertThat(shown).matches("([0-9a-z]{4}-){3}[0-9a-z]{4}").doesNotContainPattern("[ilou]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123-4567-89ab-cdef",
        "0123456789abcdef",
        "0123456789ABCDEF",
        " 0123 4567 89ab cdef\t",
        "0123–4567‑89ab—cdef",
        "o123-4567-89AB-CDEF",
        "Ol23-4567-89AB-CDEF",
        "OI23-4567-89AB-CDEF",
        "0-1-2-3-4-5-6-7-8-9-a-b-c-d-e-f"
      })
  void is_read_however_it_was_typed(String typed) {
    assertThat(RecoveryCode.meant(typed)).isTrue();
    assertThat(RecoveryCode.typed(typed)).contains(new RecoveryCode("0123456789abcdef"));
  }

  @Test
  @Tag("attack-26")
  void is_read_as_it_was_shown() {
    for (int i = 0; i < 1_000; i++) {
      var code = RecoveryCode.random(random);

      assertThat(RecoveryCode.typed(code.shown())).contains(code);
      assertThat(RecoveryCode.typed(code.shown().toUpperCase(Locale.ROOT))).contains(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123-4567-89ab-cde",
        "0123-4567-89ab-cdef0",
        "u123-4567-89ab-cdef",
        "0123-4567-89ab-cde!",
        "０123-4567-89ab-cdef",
        "0123_4567_89ab_cdef",
        "a text that is far longer than anything that anybody ever types in as a code"
      })
  void what_is_nearly_one_is_meant_as_one_and_is_none(String typed) {
    assertThat(RecoveryCode.meant(typed)).isTrue();
    assertThat(RecoveryCode.typed(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "123 456", "12345678", "1234-5678", "abcdef", "' or 1=1"})
  void other_codes_are_not_meant_as_one(String typed) {
    assertThat(RecoveryCode.meant(typed)).isFalse();
  }

  @Test
  void says_nothing_in_logs() {
    var code = RecoveryCode.random(random);

    assertThat(code.toString()).doesNotContain(code.symbols());
  }

  /** Attack 26: 80 bits, each symbol as likely as any other at each place, none twice. */
  @Test
  @Tag("attack-26")
  void a_million_codes_show_no_pattern() {
    int codes = 1_000_000;
    var counts = new int[16][ALPHABET.length()];
    var seen = new HashSet<String>(codes * 2);

    for (int i = 0; i < codes; i++) {
      var symbols = RecoveryCode.random(random).symbols();
      seen.add(symbols);
      for (int place = 0; place < counts.length; place++) {
        counts[place][ALPHABET.indexOf(symbols.charAt(place))]++;
      }
    }

    assertThat(seen).hasSize(codes);
    for (var place : counts) {
      // 31 degrees of freedom: chance goes beyond 100 once in a billion times.
      assertThat(chiSquare(place, codes / (double) ALPHABET.length())).isLessThan(100);
    }
  }

  private static double chiSquare(int[] counts, double expected) {
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
