package dev.latchkey.auth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHeaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"pässwörter für €", "voilà", "ein 🔑", "パスワード", "p\u0308"})
  void utf8_as_curl_sends_it_is_read(String password) {
    assertThat(PasswordHeader.read(arriving(password.getBytes(UTF_8)))).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pässwörter", "über", "voilà", "ÿ", "Ã", "Ã@"})
  void latin_letters_that_are_not_utf8_stay(String password) {
    assertThat(PasswordHeader.read(arriving(password.getBytes(ISO_8859_1)))).isEqualTo(password);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      value = {
        "UTF-8''p%C3%A4ss%20w%c3%b6rter%20%E2%82%AC päss␣wörter␣€",
        "utf-8''%F0%9F%94%91 🔑",
        "Utf-8''plain plain",
        "UTF-8''100%25 100%",
        "UTF-8''UTF-8%27%27x UTF-8''x",
        "UTF-8''!#$&+-.^_`|~aZ09 !#$&+-.^_`|~aZ09"
      })
  void what_rfc_8187_makes_of_it_is_read(String header, String password) {
    assertThat(PasswordHeader.read(header)).isEqualTo(password.replace('␣', ' '));
  }

  @Test
  void nothing_after_the_mark_is_no_password_at_all() {
    assertThat(PasswordHeader.read("UTF-8''")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8''%",
        "UTF-8''100%",
        "UTF-8''%4",
        "UTF-8''%zz",
        "UTF-8''%4z",
        "UTF-8''%+4",
        "UTF-8''%ff",
        "UTF-8''%C3",
        "UTF-8''%C0%80",
        "UTF-8''%ED%A0%80",
        "UTF-8''two words",
        "UTF-8''a'b",
        "UTF-8''p%C3%A4ss wort"
      })
  void what_only_begins_like_it_stays(String password) {
    assertThat(PasswordHeader.read(password)).isEqualTo(password);
  }

  @Test
  void what_only_begins_like_it_is_still_utf8() {
    assertThat(PasswordHeader.read(arriving("UTF-8''pä %zz".getBytes(UTF_8))))
        .isEqualTo("UTF-8''pä %zz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plenty of unrelated words",
        "100% p%C3%A4ss",
        "UTF-8'en'p%C3%A4ss",
        "UTF-8'p%C3%A4ss",
        " UTF-8''p%C3%A4ss",
        "ISO-8859-1''p%E4ss",
        ""
      })
  void other_ascii_stays(String password) {
    assertThat(PasswordHeader.read(password)).isEqualTo(password);
  }

  @Test
  void all_of_ascii_stays() {
    var ascii =
        IntStream.range(0, 0x80).mapToObj(Character::toString).collect(Collectors.joining());

    assertThat(PasswordHeader.read(ascii)).isEqualTo(ascii);
  }

  @Test
  void what_is_no_byte_stays() {
    assertThat(PasswordHeader.read("Ã¤€")).isEqualTo("Ã¤€");
  }

  /** One character for each byte, as HTTP servers hand headers on. */
  private static String arriving(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
