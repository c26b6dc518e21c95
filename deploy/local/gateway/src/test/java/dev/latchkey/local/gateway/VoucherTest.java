package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherTest {

  private static final String KEY =
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"gateway\","
          + "\"d\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient envoy = HttpClient.newHttpClient();
  private OtherServerStandIn edge;
  private String url;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    edge =
        new OtherServerStandIn(
            0, asked -> new Answer(200, Map.of("Latchkey-Identity", "signed", "Server", "x"), ""));
    var config =
        new VoucherConfig(
            "127.0.0.1",
            0,
            0,
            URI.create("http://127.0.0.1:" + edge.port()),
            Duration.ofSeconds(2),
            KEY);
    var ready = VoucherMain.start(vertx, config, new Traffic());
    url = "http://127.0.0.1:" + ready.replaceAll("READY port=(\\d+) .*", "$1");
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void the_edge_is_asked_the_same_in_the_gateways_name() throws Exception {
    var answer = ask("DELETE", "/internal/edge/account/keys/7?a=b", "Authorization", "Bearer x");

    var asked = edge.asked().getFirst();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Latchkey-Identity")).hasValue("signed");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(asked.method()).isEqualTo("DELETE");
    assertThat(asked.uri()).isEqualTo("/internal/edge/account/keys/7?a=b");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer x");
    assertThat(asked.header("Latchkey-Service")).matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }

  @Test
  void a_credential_that_came_along_and_a_header_that_is_no_question_go_no_further()
      throws Exception {
    ask("GET", "/internal/edge/account", "Latchkey-Service", "Bearer mine", "X-Other", "1");

    var asked = edge.asked().getFirst();
    assertThat(asked.header("Latchkey-Service")).doesNotContain("mine");
    assertThat(asked.header("X-Other")).isEmpty();
  }

  @Test
  void a_refusal_goes_back_with_head_and_body() throws Exception {
    edge.answer(asked -> new Answer(429, Map.of("Retry-After", "9"), "{\"id\":\"rate_limit\"}"));

    var answer = ask("POST", "/internal/edge/sessions");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("9");
    assertThat(answer.body()).isEqualTo("{\"id\":\"rate_limit\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 302, 204})
  void an_edge_that_does_not_decide_lets_nobody_pass(int status) throws Exception {
    edge.answer(asked -> Answer.of(status, ""));

    assertThat(ask("GET", "/internal/edge/account").statusCode()).isEqualTo(503);
  }

  @Test
  void an_edge_that_is_away_lets_nobody_pass() throws Exception {
    edge.close();

    assertThat(ask("GET", "/internal/edge/account").statusCode()).isEqualTo(503);
  }

  /** Behind the same door are endpoints that believe the gateway's credential. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/cascades",
        "/internal/edge/../cascades",
        "/internal/edge/%2e%2e/cascades",
        "/internal/edge/..%2Fcascades",
        "/internal/edge//cascades",
        "/internal/edge;x/account",
        "/internal/edgewise",
        "/internal/edge",
        "/"
      })
  void no_path_leads_past_the_edge(String path) throws Exception {
    var answer = ask("GET", path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(edge.asked()).isEmpty();
  }

  private HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return envoy.send(request.build(), BodyHandlers.ofString());
  }
}
