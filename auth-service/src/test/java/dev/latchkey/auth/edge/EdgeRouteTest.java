package dev.latchkey.auth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a framework would do for a resource, and the route does itself. */
@QuarkusTest
class EdgeRouteTest {

  /** More at once than can be hashed in time. */
  private static final int STORM = 120;

  @Inject People people;
  @Inject InternalPort internal;
  @Inject TestGateway gateway;

  @Test
  void a_body_is_thrown_away_and_the_connection_goes_on() throws IOException {
    var here = people.signedUp().session();
    var big = "x".repeat(60_000);

    var answers =
        onOneConnection(
            request("POST", "/account/keys", here, "Content-Length: " + big.length()) + big,
            request("GET", "/account", here, "Connection: close"));

    assertThat(answers).hasSize(2).allMatch(answer -> answer.startsWith("HTTP/1.1 200 "));
    assertThat(answers).allMatch(answer -> answer.contains("\r\n" + Headers.IDENTITY + ": "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "TRACE", "BREW", "PUT"})
  void a_method_that_no_row_has_passes_nobody(String method) throws IOException {
    var here = people.signedUp().session();

    var answers = onOneConnection(request(method, "/account", here, "Connection: close"));

    assertThat(answers.getFirst()).startsWith("HTTP/1.1 405 ");
    assertThat(answers.getFirst()).doesNotContain(Headers.IDENTITY);
  }

  @Test
  void a_head_is_a_get() throws IOException {
    var here = people.signedUp().session();

    var answers = onOneConnection(request("HEAD", "/account", here, "Connection: close"));

    assertThat(answers.getFirst()).startsWith("HTTP/1.1 200 ");
    assertThat(answers.getFirst()).contains("\r\n" + Headers.IDENTITY + ": ");
  }

  @Test
  void a_path_longer_than_any_is_unknown() throws IOException {
    var here = people.signedUp().session();

    var answers =
        onOneConnection(request("GET", "/account/" + "k".repeat(1024), here, "Connection: close"));

    assertThat(answers.getFirst()).startsWith("HTTP/1.1 404 ");
  }

  /** What fails somewhere below the route has its words, as it had below a resource. */
  @Test
  void who_is_turned_away_is_told_when_to_come_back() {
    List<Response> answers;
    try (var callers = Executors.newFixedThreadPool(STORM)) {
      answers =
          IntStream.range(0, STORM)
              .mapToObj(one -> CompletableFuture.supplyAsync(() -> signIn(one), callers))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(answers).extracting(Response::statusCode).containsOnly(401, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .allSatisfy(answer -> {
          assertThat(answer.jsonPath().getString("id")).isEqualTo("unavailable");
          assertThat(answer.header("Retry-After")).isNotBlank();
        });
  }

  private Response signIn(int one) {
    var nobody = "nobody.%d@example.com".formatted(one);
    return gateway.call("POST", "/sessions").basic(nobody, "wrong but long enough").atEdge();
  }

  private static String request(String method, String path, String session, String more) {
    return String.join(
        "\r\n",
        method + " /internal/edge" + path + " HTTP/1.1",
        "Host: auth-service",
        Headers.SERVICE + ": " + ServiceCalls.header("gateway", Owner.AUTH.service()),
        "Authorization: Bearer " + session,
        more,
        "\r\n");
  }

  private List<String> onOneConnection(String... requests) throws IOException {
    try (var socket = new Socket("127.0.0.1", internal.port())) {
      socket.setSoTimeout(10_000);
      for (var request : requests) {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      }
      var all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return new ArrayList<>(List.of(all.split("(?=HTTP/1\\.1 )")));
    }
  }
}
