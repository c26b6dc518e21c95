package dev.latchkey.mfa.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+4915123456789",
        "+49 151 23456789",
        "+49 (151) 2345-6789",
        "+49‑151‑2345 6789",
        " +49.151.23456789 ",
        "+49 (0)151 23456789"
      })
  void a_number_is_read_as_people_type_it(String typed) {
    assertThat(PhoneNumber.typed(typed)).contains(new PhoneNumber("+4915123456789"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "015123456789",
        "004915123456789",
        "4915123456789",
        "+49",
        "+4915",
        "+999123456789",
        "+1 555 0100",
        "+491512345678901234",
        "+1 800 FLOWERS",
        "+4915123456789 ext. 5",
        "+4915123456789;ext=5",
        "tel:+4915123456789",
        "+٤٩١٥١٢٣٤٥٦٧٨٩",
        "++4915123456789",
        "+4915123456789 +4915123456789",
        "+4915123456789                                                   "
      })
  void what_is_no_number_of_any_country_is_none(String typed) {
    assertThat(PhoneNumber.typed(typed)).isEmpty();
  }

  @Test
  void its_owner_sees_country_and_last_two_digits_and_a_log_nothing() {
    var number = new PhoneNumber("+4915123456789");

    assertThat(number.masked()).isEqualTo("+49 •••••••• 89");
    assertThat(number.toString()).doesNotContain("89");
  }

  @Test
  void numbers_are_counted_by_range_and_country() {
    assertThat(new PhoneNumber("+4915123456789").range()).isEqualTo("+491512345");
    assertThat(new PhoneNumber("+4915123456789").country()).isEqualTo("DE");
    assertThat(new PhoneNumber("+16505550123").country()).isEqualTo("US");
    assertThat(new PhoneNumber("+14165550123").country()).isEqualTo("CA");
    assertThat(new PhoneNumber("+881612345678").country()).isEqualTo("+881");
  }

  @Test
  void the_numbering_plan_knows_premium_numbers() {
    assertThat(PhoneNumber.typed("+49 900 1123456").orElseThrow().planned())
        .isEqualTo(PhoneNumberType.PREMIUM_RATE);
  }
}
