package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal becomes. */
class AnswerTest {

  private static Answer send(LocalPlatform platform, Call call) {
    return new Api(platform.url(), Trust.of(""), "latch/test").send(call);
  }

  private static Failure fail(LocalPlatform platform) {
    return catchThrowableOfType(Failure.class, () -> send(platform, Call.get("/account")).orFail());
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad_request, REFUSED",
    "401, unauthorized, SIGNED_OUT",
    "401, challenge_over, SIGNED_OUT",
    "401, invalid_two_factor_code, NOT_PROVEN",
    "403, two_factor, NOT_PROVEN",
    "403, password_required, NOT_PROVEN",
    "422, invalid_password, NOT_PROVEN",
    "403, forbidden, REFUSED",
    "409, conflict, REFUSED",
    "422, invalid_params, REFUSED",
    "429, rate_limit, LATER",
    "500, internal_error, AWAY",
    "503, maintenance, AWAY"
  })
  void a_refusal_ends_with_its_own_exit_code_and_the_platforms_words(
      int status, String id, ExitCode code) throws IOException {
    var body = "{\"id\":\"%s\",\"message\":\"So it is.\"}".formatted(id);
    try (var platform = LocalPlatform.saying(status, body)) {
      var failure = fail(platform);

      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure.sentence()).isEqualTo("So it is.");
      assertThat(failure.json().toString()).isEqualTo(body);
    }
  }

  @Test
  void a_refusal_is_known_by_its_name_and_a_success_has_none() throws IOException {
    try (var refusing = LocalPlatform.saying(422, "{\"id\":\"invalid_password\"}");
        var agreeing = LocalPlatform.saying(200, "{\"id\":\"invalid_password\"}")) {
      var refused = send(refusing, Call.get("/account"));
      var agreed = send(agreeing, Call.get("/account"));

      assertThat(refused.is("invalid_password")).isTrue();
      assertThat(refused.is("invalid_params")).isFalse();
      assertThat(agreed.is("invalid_password")).isFalse();
    }
  }

  @Test
  void a_thing_that_is_not_there_is_named_by_the_platform() throws IOException {
    var body = "{\"id\":\"not_found\",\"resource\":\"session\",\"message\":\"No such session.\"}";
    try (var platform = LocalPlatform.saying(404, body)) {
      var failure = fail(platform);

      assertThat(failure.code()).isEqualTo(ExitCode.NOT_FOUND);
      assertThat(failure.sentence()).isEqualTo("No such session.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, 1, 'Slowly. Try again in 1 second.'",
    "429, 800, 'Slowly. Try again in 13 minutes and 20 seconds.'",
    "503, 60, 'Slowly. Try again in 1 minute.'",
    "429, 'Wed, 21 Oct 2026 07:28:00 GMT', 'Slowly.'",
    "429, 99999999999999999999, 'Slowly.'",
    "429, -1, 'Slowly.'",
    "422, 60, 'Slowly.'"
  })
  void how_long_to_wait_is_said_in_words(int status, String header, String words)
      throws IOException {
    var body = "{\"id\":\"rate_limit\",\"message\":\"Slowly.\"}";
    try (var platform = LocalPlatform.saying(status, body, Map.of("Retry-After", header))) {
      var failure = fail(platform);

      assertThat(failure.sentence()).isEqualTo(words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'code: That code is not right.', That code is not right.",
    "public_key: is already in use., The public key is already in use.",
    "'Open the link: then sign in.', 'Open the link: then sign in.'"
  })
  void a_field_is_named_in_plain_words_or_not_at_all(String message, String words)
      throws IOException {
    var body = "{\"id\":\"invalid_params\",\"message\":\"%s\"}".formatted(message);
    try (var platform = LocalPlatform.saying(422, body)) {
      assertThat(fail(platform).sentence()).isEqualTo(words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Too many attempts. Please wait and try again.', 'Too many attempts. Try again in 1 minute.'",
    "'Too many for you. Wait before you try again.', 'Too many for you. Try again in 1 minute.'",
    "'Please try again.', 'Please try again. Try again in 1 minute.'"
  })
  void how_long_comes_in_place_of_advice_that_does_not_say_it(String message, String words)
      throws IOException {
    var body = "{\"id\":\"rate_limit\",\"message\":\"%s\"}".formatted(message);
    try (var platform = LocalPlatform.saying(429, body, Map.of("Retry-After", "60"))) {
      assertThat(fail(platform).sentence()).isEqualTo(words);
    }
  }
}
