package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

  private static final String MARK = "UTF-8''";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "correct horse battery staple",
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
        "100%25",
        "UTF-8'x'",
        "my UTF-8''",
        ""
      })
  void ascii_stays_as_it_is(String text) {
    var sent = HeaderText.of(text);

    assertThat(sent).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "päss, UTF-8''p%C3%A4ss",
    "£ and € rates, UTF-8''%C2%A3%20and%20%E2%82%AC%20rates",
    "日本, UTF-8''%E6%97%A5%E6%9C%AC",
    "😀, UTF-8''%F0%9F%98%80",
    "ÿ, UTF-8''%C3%BF"
  })
  void everything_else_goes_as_rfc_8187_has_it(String text, String expected) {
    var sent = HeaderText.of(text);

    assertThat(sent).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8''", "UTF-8''p%C3%A4ss", "utf-8''hunter2", "Utf-8''x"})
  void ascii_that_looks_encoded_is_encoded(String text) {
    var sent = HeaderText.of(text);

    assertThat(sent).startsWith(MARK).isNotEqualTo(text).matches("UTF-8''[0-9A-Za-z%]+");
    assertThat(decoded(sent)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " hunter2",
        "hunter2 ",
        "  ",
        "\thunter2",
        "a\tb",
        "a\nb",
        "a\r\nX: y",
        "\u0000",
        "\u007f",
        "\u0085",
        "\u00a0x"
      })
  void what_a_header_would_lose_or_break_at_is_encoded(String text) {
    var sent = HeaderText.of(text);

    assertThat(sent).startsWith(MARK).matches("[!-~]+");
    assertThat(decoded(sent)).isEqualTo(text);
  }

  @Test
  void any_password_comes_back_as_it_was() {
    var random = new Random(20_261_121);
    for (int i = 0; i < 5_000; i++) {
      var text = anything(random);
      var sent = HeaderText.of(text);

      assertThat(sent).matches("[ -~]*").isEqualTo(sent.strip());
      assertThat(decoded(sent)).isEqualTo(text);
    }
  }

  private static String anything(Random random) {
    var text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      int limit = random.nextBoolean() ? 0x80 : 0x1_0000;
      int character = random.nextInt(limit);
      // Half a pair is no character: no keyboard gives one.
      text.appendCodePoint(Character.isSurrogate((char) character) ? 0x1_F600 : character);
    }
    return text.toString();
  }

  /** As the platform reads it. */
  private static String decoded(String sent) {
    return sent.startsWith(MARK)
        ? URLDecoder.decode(sent.substring(MARK.length()), StandardCharsets.UTF_8)
        : sent;
  }
}
