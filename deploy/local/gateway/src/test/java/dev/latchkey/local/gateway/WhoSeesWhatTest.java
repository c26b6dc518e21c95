package dev.latchkey.local.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.Signature;
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

/** Which headers reach the edge and the services, and which never do. */
class WhoSeesWhatTest {

  private static Neighbourhood house;

  @BeforeAll
  static void start() throws Exception {
    house = new Neighbourhood();
  }

  @AfterAll
  static void stop() throws IOException {
    house.close();
  }

  @BeforeEach
  void forget() {
    house.forget();
  }

  @Test
  void the_edge_is_asked_with_method_path_query_and_the_named_headers_only() throws Exception {
    var body = BodyPublishers.ofString("{\"secret\":1}");
    var answer =
        house.send(
            house
                .request("/oauth/authorizations?x=1")
                .POST(body)
                .header("Authorization", "Bearer lkse_secret")
                .header("Heroku-Password", "pass")
                .header("Latchkey-Device", "lkdv_1")
                .header("Content-Type", "application/json")
                .header("X-Else", "stays behind"));

    assertThat(answer.statusCode()).isEqualTo(200);
    var seen = house.edge().asked().getFirst();
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
  void a_password_beyond_ascii_reaches_the_edge_byte_for_byte() throws Exception {
    // One that is not UTF-8, and at the end one that must not be taken for a space: 0xA0.
    var bytes = "\u00ff " + new String("pässwörter für €, voilà".getBytes(UTF_8), ISO_8859_1);
    var head = "DELETE /account HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

    house.gateway().raw(head + "Heroku-Password: " + bytes + "\r\n\r\n");

    assertThat(house.edge().asked().getFirst().header("Heroku-Password")).isEqualTo(bytes);
  }

  @Test
  void the_edge_knows_the_gateway_by_a_service_credential_of_its_own() throws Exception {
    house.send(house.request("/account"));

    var jwt = house.edge().asked().getFirst().header("Latchkey-Service").replace("Bearer ", "");
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
    check.initVerify(house.gateway().key().getPublic());
    check.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void a_service_never_sees_a_credential_of_the_client() throws Exception {
    var request = house.request("/oauth/authorizations");
    Headers.CREDENTIALS.forEach(name -> request.header(name, "secret"));

    house.send(request);

    var seen = house.token().asked().getFirst();
    assertThat(Headers.CREDENTIALS).allSatisfy(name -> assertThat(seen.header(name)).isEmpty());
    assertThat(seen.headers().toString()).doesNotContain("secret");
    assertThat(seen.header("Latchkey-Service")).isEmpty();
  }

  @Test
  void what_web_says_of_a_person_is_for_the_edge_alone() throws Exception {
    var request = house.request("/account").header("User-Agent", "web");
    Headers.FROM_WEB.forEach(name -> request.header(name, "said " + name));

    house.send(request);

    var edge = house.edge().asked().getFirst();
    assertThat(Headers.FROM_WEB)
        .allSatisfy(name -> assertThat(edge.header(name)).isEqualTo("said " + name));
    var seen = house.auth().asked().getFirst();
    assertThat(seen.headers().toString()).doesNotContain("said");
    assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(seen.header("User-Agent")).isEqualTo("web");
  }

  @Test
  void where_the_edge_says_whose_request_it_is_the_service_hears_that() throws Exception {
    house
        .edge()
        .answer(asked ->
            new Answer(200, Map.of("X-Forwarded-For", "203.0.113.9", "User-Agent", "theirs"), ""));

    var answer = house.send(house.request("/account").header("User-Agent", "web"));

    var seen = house.auth().asked().getFirst();
    assertThat(seen.header("X-Forwarded-For")).isEqualTo("203.0.113.9");
    assertThat(seen.header("User-Agent")).isEqualTo("theirs");
    assertThat(answer.headers().map()).doesNotContainKeys("x-forwarded-for", "user-agent");
  }

  @Test
  void the_presented_token_comes_from_the_edge_alone() throws Exception {
    house
        .edge()
        .answer(asked ->
            new Answer(
                200,
                Map.of(Headers.IDENTITY, "signed", Headers.PRESENTED_TOKEN, "lkat_presented"),
                ""));

    var answer = house.send(house.request("/oauth/authorizations"));

    assertThat(house.token().asked().getFirst().header(Headers.PRESENTED_TOKEN))
        .isEqualTo("lkat_presented");
    assertThat(answer.headers().firstValue(Headers.PRESENTED_TOKEN)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void no_internal_header_from_outside_is_believed_on_any_route(Endpoint row) throws Exception {
    house.edge().answer(asked -> new Answer(200, Map.of(), ""));
    var head = new StringBuilder();
    var path = row.path().replaceAll("\\{[a-z]+}", "0b9c1c9e-5ad3-4f0e-9f5a-0c1d2e3f4a5b");
    head.append(row.verb()).append(' ').append(path).append(" HTTP/1.1\r\nHost: a\r\n");
    for (var name : Headers.INTERNAL) {
      for (var spelling :
          List.of(name, name.toUpperCase(java.util.Locale.ROOT), name.replace('-', '_'))) {
        head.append(spelling).append(": forged\r\n").append(spelling).append(": forged\r\n");
      }
    }
    head.append("Latchkey-Later-Invention: forged\r\n");
    head.append("Connection: close\r\nContent-Length: 0\r\n\r\n");

    var answer = house.gateway().raw(head.toString());

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(house.edge().asked().getFirst().headers().toString()).doesNotContain("forged");
    var service = house.auth().asked().isEmpty() ? house.token().asked() : house.auth().asked();
    assertThat(service.getFirst().headers().toString()).doesNotContain("forged");
    assertThat(service.getFirst().header(Headers.IDENTITY)).isEmpty();
  }

  static List<Endpoint> rows() {
    return Endpoints.ALL;
  }

  @Test
  void forwarded_headers_tell_the_truth_whatever_the_client_says() throws Exception {
    house
        .gateway()
        .raw(
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

    var seen = house.auth().asked().getFirst();
    assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(seen.header("X-Forwarded-Host")).isEqualTo("127.0.0.1:8080");
    assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(seen.header(Headers.IDENTITY)).isEqualTo("signed.by.edge");
    assertThat(seen.headers().keySet())
        .doesNotContain(
            "Forwarded", "X-real-ip", "X-forwarded-port", "X-http-method-override", "Connection");
    assertThat(seen.headers().toString()).doesNotContain("evil");
  }

  private static JsonObject json(String part) {
    return new JsonObject(new String(Base64.getUrlDecoder().decode(part), UTF_8));
  }
}
