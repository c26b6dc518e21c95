package dev.latchkey.mfa.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.hostile.Hostile;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class PhoneNumberFuzzTest {

  private static Gen<String> numbers() {
    return Hostile.near(
        "+49 151 23456789", "+1 (650) 253-0000", "+44.20.7946.0018", "+870773111632", "0151", "");
  }

  @Test
  void any_text_is_a_number_in_one_form_or_none() {
    Hostile.holds(
        numbers(),
        text ->
            PhoneNumber.typed(text)
                .ifPresent(number -> {
                  assertThat(number.e164()).matches("\\+[1-9][0-9]{5,15}");
                  assertThat(number.masked()).doesNotContain(number.e164().substring(3));
                  assertThat(number.country()).isNotEmpty();
                  assertThat(number.planned()).isNotNull();
                  assertThat(number.toString()).doesNotContain(number.e164());
                }));
  }

  @Test
  void a_number_that_was_read_is_read_again_as_the_same() {
    Hostile.holds(
        numbers(),
        text ->
            PhoneNumber.typed(text)
                .ifPresent(
                    number -> assertThat(PhoneNumber.typed(number.e164())).contains(number)));
  }

  @Test
  void what_people_put_between_digits_changes_nothing() {
    Hostile.holds(
        numbers(),
        text -> {
          if (text.length() < 36) {
            assertThat(PhoneNumber.typed(" " + text + " -.")).isEqualTo(PhoneNumber.typed(text));
          }
        });
  }
}
