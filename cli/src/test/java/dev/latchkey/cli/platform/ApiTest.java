package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform that is there says. */
class ApiTest {

  private static final String TOKEN = "lkat_hunter2";

  private static Api api(LocalPlatform platform) {
    return new Api(platform.url(), Trust.of(""), "latch/test (Some OS)");
  }

  private static Answer send(LocalPlatform platform, Call call) {
    return api(platform).send(call);
  }

  private static Failure fail(LocalPlatform platform) {
    return catchThrowableOfType(
        Failure.class, () -> api(platform).send(Call.get("/account").bearer(TOKEN)).orFail());
  }

  @Test
  void a_request_has_what_the_call_has_and_says_who_asks() throws IOException {
    try (var platform = LocalPlatform.saying(200, "{}")) {
      var call = Call.patch("/account").bearer(TOKEN).password("päss").json(Map.of("name", "Zoë"));

      send(platform, call);

      assertThat(platform.asked())
          .singleElement()
          .satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("PATCH");
            assertThat(asked.path()).isEqualTo("/account");
            assertThat(asked.body()).isEqualTo("{\"name\":\"Zoë\"}");
            assertThat(asked.header("Authorization")).containsExactly("Bearer " + TOKEN);
            assertThat(asked.header("Heroku-Password")).containsExactly("UTF-8''p%C3%A4ss");
            assertThat(asked.header("Content-Type")).containsExactly("application/json");
            assertThat(asked.header("Accept")).containsExactly("application/json");
            assertThat(asked.header("User-Agent")).containsExactly("latch/test (Some OS)");
          });
    }
  }

  @Test
  void an_object_is_an_answer() throws IOException {
    try (var platform = LocalPlatform.saying(200, "{\"email\":\"zoë@example.com\"}")) {
      var answer = send(platform, Call.get("/account"));

      assertThat(answer.ok()).isTrue();
      assertThat(answer.orFail().path("email").asText()).isEqualTo("zoë@example.com");
    }
  }

  @Test
  void a_list_is_an_answer_and_says_how_to_go_on() throws IOException {
    var next = "id ]01..; max=2";
    try (var platform =
        LocalPlatform.saying(
            206, "[{\"id\":\"00\"},{\"id\":\"01\"}]", Map.of("Next-Range", next))) {
      var answer = send(platform, Call.get("/oauth/sessions").range("id ..; max=2"));

      assertThat(answer.orFail().isArray()).isTrue();
      assertThat(answer.orFail()).hasSize(2);
      assertThat(answer.nextRange()).isEqualTo(Optional.of(next));
      assertThat(platform.asked().getFirst().header("Range")).containsExactly("id ..; max=2");
    }
  }

  @Test
  void a_path_that_is_not_there_is_a_platform_that_is_too_old() throws IOException {
    try (var platform = LocalPlatform.saying(404, "{\"id\":\"not_found\",\"message\":\"No.\"}")) {
      var failure = fail(platform);

      assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
      assertThat(failure.json().path("id").asText()).isEqualTo("latch_too_old");
      assertThat(failure.sentence()).contains("`GET /account`").contains("older than this latch");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <!doctype html><h1>It works!</h1>",
        "200 | ''",
        "204 | ''",
        "200 | {\"email\":",
        "404 | <h1>Not Found</h1>",
        "404 | ''",
        "404 | {\"error\":\"not here\"}",
        "403 | []",
        "502 | <h1>Bad Gateway</h1>",
        "500 | null"
      })
  void what_no_platform_says_comes_from_none(int status, String body) throws IOException {
    try (var platform = LocalPlatform.saying(status, body)) {
      var failure = fail(platform);

      assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
      assertThat(failure.sentence())
          .contains("(status " + status + ") is no Latchkey platform")
          .doesNotContain("<h1>");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_not_followed_and_gets_no_credential(int status) throws IOException {
    try (var elsewhere = LocalPlatform.saying(200, "{}");
        var platform =
            LocalPlatform.saying(status, "", Map.of("Location", elsewhere.url() + "/account"))) {
      var failure = fail(platform);

      assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
      assertThat(platform.asked()).hasSize(1);
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void an_answer_without_end_is_not_read_to_its_end() throws IOException {
    try (var platform = LocalPlatform.saying(200, "\"" + "x".repeat(9 << 20) + "\"")) {
      var api = new Api(platform.url(), Trust.of(""), "latch/test", Duration.ofSeconds(30));
      var failure = catchThrowableOfType(Failure.class, () -> api.send(Call.get("/account")));

      assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
      assertThat(failure.sentence()).endsWith(" broke off.");
    }
  }
}
