package dev.latchkey.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Answer AS_ALICE =
      new Answer(200, Map.of(Headers.IDENTITY, "signed.by.edge"), "");

  private static OtherServerStandIn edge;
  private static OtherServerStandIn auth;
  private static OtherServerStandIn token;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    edge = new OtherServerStandIn(0, asked -> AS_ALICE);
    auth = new OtherServerStandIn(0, asked -> Answer.of(200, "{\"from\":\"auth\"}"));
    token = new OtherServerStandIn(0, asked -> Answer.of(200, "{\"from\":\"token\"}"));
    gateway =
        new RunningGateway(
            edge,
            Map.of(
                "LATCHKEY_AUTH_PORT", auth.port(),
                "LATCHKEY_TOKEN_PORT", token.port(),
                // Everything else is not what these tests are about: one server for all.
                "LATCHKEY_MFA_PORT", auth.port(),
                "LATCHKEY_NOTIFICATION_PORT", auth.port()));
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    edge.close();
    auth.close();
    token.close();
  }

  @BeforeEach
  void forget() {
    List.of(edge, auth, token).forEach(server -> server.asked().clear());
    edge.answer(asked -> AS_ALICE);
  }

  @Test
  void a_request_reaches_its_service_as_who_the_edge_says() throws Exception {
    var answer = send(request("/account?a=b%20c").header("Authorization", "Bearer lkse_secret"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"from\":\"auth\"}");
    var seen = auth.asked().getFirst();
    assertThat(seen.uri()).isEqualTo("/account?a=b%20c");
    assertThat(seen.header(Headers.IDENTITY)).isEqualTo("signed.by.edge");
  }

  @Test
  void the_edge_is_asked_with_method_path_query_and_the_named_headers_only() throws Exception {
    var body = BodyPublishers.ofString("{\"secret\":1}");
    var answer =
        send(
            request("/oauth/authorizations?x=1")
                .POST(body)
                .header("Authorization", "Bearer lkse_secret")
                .header("Heroku-Password", "pass")
                .header("Latchkey-Device", "lkdv_1")
                .header("Content-Type", "application/json")
                .header("X-Else", "stays behind"));

    assertThat(answer.statusCode()).isEqualTo(200);
    var seen = edge.asked().getFirst();
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.uri()).isEqualTo("/internal/edge/oauth/authorizations?x=1");
    assertThat(seen.body()).isEmpty();
    assertThat(seen.header("Authorization")).isEqualTo("Bearer lkse_secret");
    assertThat(seen.header("Heroku-Password")).isEqualTo("pass");
    assertThat(seen.header("Latchkey-Device")).isEqualTo("lkdv_1");
    assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(seen.headers().keySet()).doesNotContain("X-else", "Content-type");
  }

  @Test
  void the_edge_knows_the_gateway_by_a_service_credential_of_its_own() throws Exception {
    send(request("/account"));

    var jwt = edge.asked().getFirst().header("Latchkey-Service").replace("Bearer ", "");
    var parts = jwt.split("\\.", -1);
    assertThat(json(parts[0]))
        .isEqualTo(
            new JsonObject().put("alg", "ES256").put("typ", "svc+jwt").put("kid", "gateway"));
    assertThat(json(parts[1]).getString("iss")).isEqualTo("gateway");
    assertThat(json(parts[1]).getString("sub")).isEqualTo("gateway");
    assertThat(json(parts[1]).getString("aud")).isEqualTo("auth-service");
    assertThat(Instant.ofEpochSecond(json(parts[1]).getLong("exp")))
        .isBetween(Instant.now(), Instant.now().plusSeconds(61));
    var check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(gateway.key().getPublic());
    check.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void a_service_never_sees_a_credential_of_the_client() throws Exception {
    var request = request("/oauth/authorizations");
    Headers.CREDENTIALS.forEach(name -> request.header(name, "secret"));

    send(request);

    var seen = token.asked().getFirst();
    assertThat(Headers.CREDENTIALS).allSatisfy(name -> assertThat(seen.header(name)).isEmpty());
    assertThat(seen.headers().toString()).doesNotContain("secret");
    assertThat(seen.header("Latchkey-Service")).isEmpty();
  }

  @Test
  void the_presented_token_comes_from_the_edge_alone() throws Exception {
    edge.answer(asked ->
        new Answer(
            200,
            Map.of(Headers.IDENTITY, "signed", Headers.PRESENTED_TOKEN, "lkat_presented"),
            ""));

    var answer = send(request("/oauth/authorizations"));

    assertThat(token.asked().getFirst().header(Headers.PRESENTED_TOKEN))
        .isEqualTo("lkat_presented");
    assertThat(answer.headers().firstValue(Headers.PRESENTED_TOKEN)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void no_internal_header_from_outside_is_believed_on_any_route(Endpoint row) throws Exception {
    edge.answer(asked -> new Answer(200, Map.of(), ""));
    var head = new StringBuilder();
    var path = row.path().replaceAll("\\{[a-z]+}", "0b9c1c9e-5ad3-4f0e-9f5a-0c1d2e3f4a5b");
    head.append(row.verb()).append(' ').append(path).append(" HTTP/1.1\r\nHost: a\r\n");
    for (var name : Headers.INTERNAL) {
      for (var spelling :
          List.of(name, name.toUpperCase(java.util.Locale.ROOT), name.replace('-', '_'))) {
        head.append(spelling).append(": forged\r\n").append(spelling).append(": forged\r\n");
      }
    }
    head.append("Latchkey-Service: forged\r\nLatchkey-Later-Invention: forged\r\n");
    head.append("Connection: close\r\nContent-Length: 0\r\n\r\n");

    var answer = gateway.raw(head.toString());

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(edge.asked().getFirst().headers().toString()).doesNotContain("forged");
    var service = auth.asked().isEmpty() ? token.asked() : auth.asked();
    assertThat(service.getFirst().headers().toString()).doesNotContain("forged");
    assertThat(service.getFirst().header(Headers.IDENTITY)).isEmpty();
  }

  static List<Endpoint> rows() {
    return Endpoints.ALL;
  }

  @Test
  void forwarded_headers_tell_the_truth_whatever_the_client_says() throws Exception {
    gateway.raw(
        """
        GET /account HTTP/1.1\r
        Host: evil.example\r
        X-Forwarded-For: 6.6.6.6\r
        X-Forwarded-Host: evil.example\r
        X-Forwarded-Proto: gopher\r
        X-Forwarded-Port: 1\r
        Forwarded: for=6.6.6.6\r
        X-Real-IP: 6.6.6.6\r
        X-HTTP-Method-Override: DELETE\r
        Connection: close, X-Forwarded-For, Latchkey-Identity\r
        \r
        """);

    var seen = auth.asked().getFirst();
    assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(seen.header("X-Forwarded-Host")).isEqualTo("127.0.0.1:8080");
    assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(seen.header(Headers.IDENTITY)).isEqualTo("signed.by.edge");
    assertThat(seen.headers().keySet())
        .doesNotContain(
            "Forwarded", "X-real-ip", "X-forwarded-port", "X-http-method-override", "Connection");
    assertThat(seen.headers().toString()).doesNotContain("evil");
  }

  @Test
  void a_refusal_of_the_edge_passes_through_with_body_and_headers() throws Exception {
    var body = "{\"id\":\"two_factor\",\"message\":\"m\",\"challenge\":\"c\"}";
    edge.answer(asked ->
        new Answer(
            403,
            Map.of(
                Headers.TWO_FACTOR_REQUIRED,
                "true",
                "Content-Type",
                "application/json",
                Headers.IDENTITY,
                "not for clients"),
            body));

    var answer = send(request("/account"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue(Headers.TWO_FACTOR_REQUIRED)).contains("true");
    assertThat(answer.headers().firstValue(Headers.IDENTITY)).isEmpty();
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(auth.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 302, 204})
  void anything_else_from_the_edge_is_a_constant_503_and_nothing_passes(int status)
      throws Exception {
    edge.answer(asked -> new Answer(status, Map.of(Headers.IDENTITY, "x"), ""));

    var answer = send(request("/account"));

    unavailable(answer);
    assertThat(auth.asked()).isEmpty();
  }

  @Test
  void an_edge_that_does_not_answer_in_time_is_a_503_after_about_a_second() throws Exception {
    edge.answer(asked -> {
      pause(Duration.ofSeconds(3));
      return AS_ALICE;
    });
    var begun = System.nanoTime();

    var answer = send(request("/account"));

    unavailable(answer);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    assertThat(auth.asked()).isEmpty();
  }

  @Test
  void a_request_id_is_echoed_also_a_long_list_and_made_where_there_is_none() throws Exception {
    var list = "a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d,".repeat(180) + "last";

    var echoed = send(request("/account").header("Request-Id", list));
    var made = send(request("/account"));

    assertThat(echoed.headers().firstValue("Request-Id")).contains(list);
    assertThat(made.headers().firstValue("Request-Id").orElseThrow()).hasSize(36);
    assertThat(auth.asked().getLast().header("Request-Id"))
        .isEqualTo(made.headers().firstValue("Request-Id").orElseThrow());
  }

  @Test
  void an_answer_without_a_body_and_a_large_one_come_through() throws Exception {
    auth.answer(asked -> Answer.of(204, ""));
    var empty = send(request("/account").DELETE());
    var large = "x".repeat(3_000_000);
    auth.answer(asked -> Answer.of(200, large));
    var full = send(request("/account"));
    auth.answer(asked -> Answer.of(200, "{\"from\":\"auth\"}"));

    assertThat(empty.statusCode()).isEqualTo(204);
    assertThat(empty.headers().firstValue("Transfer-Encoding")).isEmpty();
    assertThat(full.body()).isEqualTo(large);
  }

  @Test
  void a_body_of_exactly_64_kib_arrives_whole() throws Exception {
    var body = "y".repeat(64 * 1024);

    send(request("/account").method("PATCH", BodyPublishers.ofString(body)));

    assertThat(auth.asked().getFirst().body()).isEqualTo(body);
  }

  @Test
  void a_chunked_body_travels_on_with_a_length() throws Exception {
    gateway.raw(
        """
        POST /users HTTP/1.1\r
        Host: a\r
        Transfer-Encoding: chunked\r
        Connection: close\r
        \r
        3\r
        abc\r
        2\r
        de\r
        0\r
        Latchkey-Identity: forged trailer\r
        \r
        """);

    var seen = auth.asked().getFirst();
    assertThat(seen.body()).isEqualTo("abcde");
    assertThat(seen.header("Content-Length")).isEqualTo("5");
    assertThat(seen.header("Transfer-Encoding")).isEmpty();
    assertThat(seen.headers().toString()).doesNotContain("forged");
  }

  @Test
  void requests_in_one_packet_and_in_single_bytes_are_answered_in_turn() throws Exception {
    auth.answer(asked -> Answer.of(200, "<" + asked.header("X-Number") + asked.body() + ">"));
    var requests = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      requests.append("PATCH /account HTTP/1.1\r\nHost: a\r\nX-Number: ").append(i);
      requests.append(i < 19 ? "\r\nContent-Length: 1\r\n\r\n!" : "\r\nConnection: close\r\n\r\n");
    }

    var answers = gateway.raw(requests.toString());
    var trickled = gateway.raw(requests.toString(), 1);
    auth.answer(asked -> Answer.of(200, "{\"from\":\"auth\"}"));

    for (var all : List.of(answers, trickled)) {
      assertThat(all.replaceAll("(?s)[^<]*<([0-9]+!?)>[^<]*", "$1 "))
          .isEqualTo("0! 1! 2! 3! 4! 5! 6! 7! 8! 9! 10! 11! 12! 13! 14! 15! 16! 17! 18! 19 ");
    }
  }

  @Test
  void the_access_log_has_the_template_and_no_secret() throws Exception {
    send(
        request("/account/keys/lkse_inpath?token=lkot_inquery")
            .header("Authorization", "Bearer lkse_inheader")
            .header("Request-Id", "first,the-last"));

    var line = eventually("\"requestId\":\"the-last\"");
    assertThat(line)
        .contains("\"route\":\"/account/keys/{key}\"", "\"status\":200", "auth-service");
    assertThat(String.join("\n", gateway.log())).doesNotContain("inpath", "inquery", "inheader");
  }

  private static String eventually(String text) throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      var line = gateway.log().stream().filter(one -> one.contains(text)).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not logged: " + text);
  }

  private static void unavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(new JsonObject(answer.body()).getString("id")).isEqualTo("unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue(Headers.IDENTITY)).isEmpty();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonObject json(String part) {
    return new JsonObject(new String(Base64.getUrlDecoder().decode(part), UTF_8));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
