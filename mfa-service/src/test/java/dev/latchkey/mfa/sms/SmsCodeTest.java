package dev.latchkey.mfa.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mfa.recoverycode.RecoveryCode;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsCodeTest {

  private static final int DRAWS = 200_000;

  /** 99.99 % of a chi-squared of nine degrees of freedom. */
  private static final double BOUND = 33.7;

  @Test
  @Tag("attack-38")
  void every_digit_is_as_likely_as_any_other_at_every_place() {
    var random = new SecureRandom();
    var counts = new int[8][10];
    for (int draw = 0; draw < DRAWS; draw++) {
      var digits = SmsCode.random(random).digits();
      for (int place = 0; place < counts.length; place++) {
        counts[place][digits.charAt(place) - '0']++;
      }
    }

    for (var place : counts) {
      assertThat(chiSquared(place)).isLessThan(BOUND);
    }
  }

  @Test
  void codes_do_not_come_again_sooner_than_chance_has_it() {
    var random = new SecureRandom();

    var different =
        IntStream.range(0, 10_000).mapToObj(i -> SmsCode.random(random)).distinct().count();

    assertThat(different).isGreaterThan(9_990);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01234567", "0123 4567", "0123-4567", " 01 23 45 67 ", "0123‑4567"})
  void a_code_is_taken_with_and_without_what_people_put_between(String typed) {
    assertThat(SmsCode.typed(typed)).contains(new SmsCode("01234567"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456",
        "123 456",
        "1234567",
        "123456789",
        "1234567a",
        "١٢٣٤٥٦٧٨",
        "7d0k-93qv-x2pe-hm4c",
        "123456781234",
        "1234-5678-1234-5678"
      })
  void what_has_not_eight_digits_is_another_kind_of_code(String typed) {
    assertThat(SmsCode.meant(typed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "1234-5678", "1 2 3 4 5 6 7 8"})
  void a_code_is_never_taken_for_a_recovery_code(String typed) {
    assertThat(RecoveryCode.meant(typed)).isFalse();
    assertThat(SmsCode.meant(typed)).isTrue();
  }

  @Test
  void a_log_shows_no_code() {
    assertThat(new SmsCode("12345678").toString()).doesNotContain("1");
  }

  private static double chiSquared(int[] counts) {
    double expected = DRAWS / 10.0;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
