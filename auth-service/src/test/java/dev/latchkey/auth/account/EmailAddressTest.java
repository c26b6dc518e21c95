package dev.latchkey.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @Test
  void an_address_has_one_form() {
    assertThat(EmailAddress.parse(" Älice@Example.COM "))
        .contains(new EmailAddress("älice@example.com"));
  }

  // A line break would be a header of its own; what can't be seen makes two addresses look alike.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nBcc:b@example.com",
        "a@example.com\r\nBcc: b@example.com",
        "a,b@example.com",
        "a\u0085b@example.com",
        "a\u2028b@example.com",
        "a\u200bb@example.com",
        "a\u202eb@example.com",
        "a@b@example.com",
        "<a@example.com>",
        "a@-example.com",
        "a"
      })
  void what_could_be_more_than_one_address_is_none(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }
}
