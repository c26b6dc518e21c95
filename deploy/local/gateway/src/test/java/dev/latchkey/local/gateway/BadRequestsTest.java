package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw bytes over a socket: nothing of this may reach the edge or a service. */
class BadRequestsTest {

  private static OtherServerStandIn behind;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    behind = new OtherServerStandIn(0, asked -> Answer.of(200, "{}"));
    gateway =
        new RunningGateway(
            behind,
            Map.of(
                "LATCHKEY_AUTH_PORT", behind.port(),
                "LATCHKEY_MFA_PORT", behind.port(),
                "LATCHKEY_TOKEN_PORT", behind.port(),
                "LATCHKEY_NOTIFICATION_PORT", behind.port()));
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    behind.close();
  }

  @AfterEach
  void nobody_behind_the_gateway_was_asked() {
    var asked = List.copyOf(behind.asked());
    behind.asked().clear();
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account%2Fkeys",
        "/users/%7E",
        "/account/../users",
        "/account/..%2fusers",
        "//account",
        "/account;a",
        "/account%zz",
        "/account\\keys",
        "http://127.0.0.1/account",
        "*",
        "account"
      })
  void a_bad_target_is_400(String target) throws IOException {
    refused(gateway.raw("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"), 400, "bad_request");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/unknown,404,not_found",
    "GET,/.well-known/jwks.json,404,not_found",
    "GET,/internal/edge/account,404,not_found",
    "GET,/q/health/ready,404,not_found",
    "GET,/account/,404,not_found",
    "PUT,/account,405,method_not_allowed",
    "OPTIONS,/account,405,method_not_allowed",
    "TRACE,/account,405,method_not_allowed",
    "BREW,/account,405,method_not_allowed",
    "get,/account,405,method_not_allowed"
  })
  void what_has_no_route_is_404_or_405(String method, String path, int status, String id)
      throws IOException {
    var answer =
        gateway.raw(method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    refused(answer, status, id);
    assertThat(answer.contains("\r\nAllow: DELETE, GET, PATCH\r\n")).isEqualTo(status == 405);
  }

  @Test
  void an_answer_to_HEAD_has_no_body() throws IOException {
    var answer = gateway.raw("HEAD /account HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 405").endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer a\r\nAuthorization: Bearer b",
        "Authorization: Bearer a\r\nauthorization: Bearer a",
        "Heroku-Password: a\r\nHeroku-Password: b",
        "Heroku-Two-Factor-Code: 1\r\nHeroku-Two-Factor-Code: 2",
        "Latchkey-Challenge: 1\r\nLatchkey-Challenge: 2",
        "Host: b",
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 3",
        "Content-Length: 3\r\nContent-Length: 4",
        "Content-Length: 3\r\nContent-Length: 3",
        "Content-Length: -1",
        "Content-Length: +3",
        "Content-Length: 3, 3",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: \u000bchunked",
        "Bad Header: x"
      })
  void an_ambiguous_head_is_400_and_the_connection_ends(String header) throws IOException {
    var answer =
        gateway.raw(
            "POST /users HTTP/1.1\r\nHost: a\r\n"
                + header
                + "\r\n\r\n0\r\n\r\nGET /account HTTP/1.1\r\nHost: a\r\n\r\n");

    refused(answer, 400, "bad_request");
    assertThat(answer).doesNotContain("<open>").containsOnlyOnce("HTTP/1.1 ");
  }

  @Test
  void a_request_without_host_is_400() throws IOException {
    refused(gateway.raw("GET /account HTTP/1.1\r\n\r\n"), 400, "bad_request");
  }

  @Test
  void a_body_that_announces_too_much_is_413_before_it_is_sent() throws IOException {
    var answer = gateway.raw("POST /users HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n");

    refused(answer, 413, "request_too_large");
  }

  @Test
  void a_chunked_body_that_grows_too_large_is_413() throws IOException {
    var chunk = "4000\r\n" + "z".repeat(0x4000) + "\r\n";

    var answer =
        gateway.raw(
            "POST /users HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n"
                + chunk.repeat(20)
                + "0\r\n\r\n");

    refused(answer, 413, "request_too_large");
    assertThat(answer).containsOnlyOnce("HTTP/1.1 ");
  }

  @Test
  void a_client_that_sends_a_megabyte_can_read_its_413() throws IOException {
    var answer =
        gateway.raw(
            "POST /users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n"
                + "z".repeat(1_000_000));

    refused(answer, 413, "request_too_large");
  }

  @Test
  void headers_over_the_limit_are_431() throws IOException {
    var answer =
        gateway.raw(
            "GET /account HTTP/1.1\r\nHost: a\r\nX-Long: " + "h".repeat(20_000) + "\r\n\r\n");

    refused(answer, 431, "headers_too_large");
  }

  @Test
  void a_target_over_the_limit_is_431() throws IOException {
    var answer = gateway.raw("GET /account?" + "q".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

    refused(answer, 431, "headers_too_large");
  }

  @Test
  void bytes_that_are_no_http_are_400() throws IOException {
    refused(gateway.raw("\u0016\u0003\u0001 hello\r\n\r\n"), 400, "bad_request");
  }

  private static void refused(String answer, int status, String id) {
    assertThat(answer).matches(Pattern.compile("HTTP/1\\.[01] " + status + " .*", Pattern.DOTALL));
    assertThat(answer).containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n");
    assertThat(answer).containsIgnoringCase("\r\nContent-Type: application/json\r\n");
    var body = answer.substring(answer.indexOf("\r\n\r\n") + 4).replace("<open>", "");
    var json = new JsonObject(body);
    assertThat(json.fieldNames()).containsExactlyInAnyOrder("id", "message", "url");
    assertThat(json.getString("id")).isEqualTo(id);
    assertThat(json.getString("url")).isEqualTo("https://latchkey.dev/errors#" + id);
  }
}
