package dev.latchkey.auth.browserlogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginIdTest {

  @Test
  void the_code_is_the_end_of_the_id() {
    var id = LoginId.draw(new Random(1));

    assertThat(id.code()).hasSize(6);
    assertThat(id.text()).endsWith("-" + id.code());
    assertThat(LoginId.parse(id.text())).contains(id);
  }

  @Test
  void no_two_are_alike() {
    var random = new Random(2);

    var ids = IntStream.range(0, 1_000).mapToObj(i -> LoginId.draw(random)).distinct();

    assertThat(ids).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "0123456789ABCDEFGHJK-ABCDE",
        "0123456789ABCDEFGHJK-ABCDEU",
        "0123456789abcdefghjk-ABCDEF",
        "0123456789ABCDEFGHJKABCDEF",
        "0123456789ABCDEFGHJK-ABCDEF\n",
        "01234567-89ab-4def-8123-456789abcdef"
      })
  void anything_else_is_no_id(String text) {
    assertThat(LoginId.parse(text)).isEmpty();
  }
}
