package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when no answer comes. */
class ApiAwayTest {

  private static final Call READING = Call.get("/account").bearer("lkat_hunter2");
  private static final Call CHANGING =
      Call.post("/sessions").basic("a@example.com", "hunter2").json(Map.of("description", "here"));

  private static Failure fail(PlatformUrl url, Call call) {
    var api = new Api(url, Trust.of(""), "latch/test", Duration.ofSeconds(1));
    var failure = catchThrowableOfType(Failure.class, () -> api.send(call));
    assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
    assertThat(failure.json().path("id").asText()).isEqualTo("latch_away");
    assertThat(failure.sentence()).startsWith(url + " ").doesNotContain("hunter2");
    return failure;
  }

  private static Failure failPatiently(PlatformUrl url, Call call) {
    var api = new Api(url, Trust.of(""), "latch/test", Duration.ofSeconds(30));
    return catchThrowableOfType(Failure.class, () -> api.send(call));
  }

  @Test
  void nobody_listens() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }

    var failure = failPatiently(PlatformUrl.of("http://127.0.0.1:" + free), CHANGING);

    assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
    assertThat(failure.sentence()).contains("cannot be reached").doesNotContain("took effect");
  }

  /** RFC 6761: that name is nobody's for ever. */
  @Test
  void nobody_has_that_name() {
    var failure = failPatiently(PlatformUrl.of("https://latchkey.invalid"), CHANGING);

    assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
    assertThat(failure.sentence()).contains("cannot be found").doesNotContain("took effect");
  }

  @Test
  void a_server_that_never_answers_is_waited_for_so_long() throws IOException {
    try (var server = RudeServer.silentAfter("")) {
      var failure = fail(server.url(), READING);

      assertThat(failure.sentence()).endsWith(" has not answered for 1 second.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
      })
  void a_server_that_never_ends_its_answer_is_waited_for_as_long(String beginning)
      throws IOException {
    try (var server = RudeServer.silentAfter(beginning)) {
      var failure = fail(server.url(), READING);

      assertThat(failure.sentence()).endsWith(" has not answered for 1 second.");
    }
  }

  @Test
  void after_a_change_that_was_not_answered_nobody_says_that_it_failed() throws IOException {
    try (var server = RudeServer.silentAfter("")) {
      var failure = fail(server.url(), CHANGING);

      assertThat(failure.sentence())
          .endsWith("; whether `POST /sessions` took effect is not known.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        "SSH-2.0-OpenSSH_9.9\r\n"
      })
  void a_change_is_sent_once_when_the_server_hangs_up_after_reading_it(String beginning)
      throws IOException {
    try (var server = RudeServer.hangingUpAfter(beginning)) {
      var failure = failPatiently(server.url(), CHANGING);

      assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
      assertThat(failure.sentence())
          .endsWith(" broke off; whether `POST /sessions` took effect is not known.");
      assertThat(server.requests())
          .containsExactly("POST /sessions HTTP/1.1 {\"description\":\"here\"}");
    }
  }

  @Test
  void a_server_that_hangs_up_while_it_is_read_from_broke_off() throws IOException {
    try (var server = RudeServer.hangingUpAfter("")) {
      var failure = failPatiently(server.url(), READING);

      assertThat(failure.sentence()).endsWith(" broke off.");
    }
  }

  @Test
  void who_does_not_speak_tls_is_not_told_anything() throws IOException {
    try (var server = RudeServer.talking("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      var failure = failPatiently(server.encryptedUrl(), CHANGING);

      assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
      // Whether its words arrive before it hangs up is chance, and so is what is said of it.
      assertThat(failure.sentence()).containsAnyOf("TLS", "broke off");
    }
  }
}
