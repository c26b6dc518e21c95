package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

  @Test
  void a_call_as_text_has_no_secret() {
    var call =
        Call.post("/sessions")
            .bearer("lkat_hunter2")
            .basic("alice@example.com", "hunter2")
            .password("hunter2")
            .code("hunter2")
            .challenge("hunter2")
            .device("hunter2")
            .json(Map.of("password", "hunter2"));

    assertThat(call).hasToString("POST /sessions");
  }

  /** RFC 7617, section 2.1: its own example, 123 and a pound sign. */
  @Test
  void basic_is_utf_8() {
    var call = Call.post("/sessions").basic("test", "123£");

    assertThat(call.headers()).containsEntry("Authorization", "Basic dGVzdDoxMjPCow==");
  }

  @Test
  void basic_leaves_colons_of_the_password_as_they_are() {
    var call = Call.post("/sessions").basic("a@example.com", "pässwört: 日本:");

    var sent = call.headers().getOrDefault("Authorization", "").substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8))
        .isEqualTo("a@example.com:pässwört: 日本:");
  }

  @ParameterizedTest
  @CsvSource({
    "123456, 123456",
    "'123\u00a0456', 123456",
    "'123456\u001b[A', '123456[A'",
    "'１２３456', 456",
    "'a\r\nX-Evil: 1', 'aX-Evil: 1'",
    "'abcd-efgh ', 'abcd-efgh '"
  })
  void what_no_code_has_in_it_is_left_out_of_one(String typed, String sent) {
    var call = Call.post("/sessions").code(typed);

    assertThat(call.headers()).containsEntry("Heroku-Two-Factor-Code", sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lkat_hunter2\n", "lkat_hunter2\r\nX-Evil: 1", "hunter2€", "hunter2\u0000"})
  void a_token_that_no_header_takes_is_refused_and_not_said_again(String token) {
    var failure = catchThrowableOfType(Failure.class, () -> Call.get("/account").bearer(token));

    assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
    assertThat(failure.sentence()).doesNotContain("hunter2");
  }

  @Test
  void only_reading_is_repeated_without_asking() {
    assertThat(Call.get("/a").repeatable()).isTrue();
    assertThat(Call.post("/a").repeatable()).isFalse();
    assertThat(Call.put("/a").repeatable()).isFalse();
    assertThat(Call.patch("/a").repeatable()).isFalse();
    assertThat(Call.delete("/a").repeatable()).isFalse();
  }
}
