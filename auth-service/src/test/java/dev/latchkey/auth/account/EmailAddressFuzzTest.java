package dev.latchkey.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.hostile.Hostile;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class EmailAddressFuzzTest {

  private static Gen<String> addresses() {
    return Hostile.near(
        "alice@example.com", "BOB.Builder+tag@Mail.Example.ORG", "jörg@exämple.de", "J@x", "@");
  }

  @Test
  void any_text_is_an_address_or_none() {
    Hostile.holds(
        addresses(),
        text ->
            EmailAddress.parse(text)
                .ifPresent(address -> {
                  assertThat(address.value().length()).isLessThanOrEqualTo(254);
                  assertThat(address.value())
                      .doesNotContain(" ", "\n", "\r", "\u0000", "<", ">", ",", "..")
                      .containsOnlyOnce("@");
                }));
  }

  @Test
  void an_address_that_was_read_is_read_again_as_the_same() {
    Hostile.holds(
        addresses(),
        text ->
            EmailAddress.parse(text)
                .ifPresent(
                    address -> assertThat(EmailAddress.parse(address.value())).contains(address)));
  }

  @Test
  void space_around_it_and_its_case_change_nothing() {
    Hostile.holds(
        addresses(),
        text -> {
          var read = EmailAddress.parse(text);
          assertThat(EmailAddress.parse("  " + text + "\t")).isEqualTo(read);
          if (text.chars().allMatch(c -> c < 0x80)) {
            assertThat(EmailAddress.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(read);
          }
        });
  }

  /** The small letter has a form of its own, which the capital with its caron has not. */
  @Test
  void a_letter_that_is_composed_only_when_small_is_an_address_too() {
    assertThat(EmailAddress.parse("J\u030c@example.com"))
        .contains(new EmailAddress("\u01f0@example.com"));
  }
}
