package dev.latchkey.auth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.password.PasswordHashing;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a framework would do for a resource, and the route does itself. */
@QuarkusTest
class EdgeRouteTest {

  private static final Password PASSWORD =
      Password.parse("correct horse battery staple").orElseThrow();

  @Inject People people;
  @Inject InternalPort internal;
  @Inject TestGateway gateway;
  @Inject PasswordHashing hashing;

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

  /** What fails somewhere below the route has its words, as it has below a resource. */
  @Test
  void who_is_turned_away_is_told_when_to_come_back_at_the_route_and_at_a_resource() {
    var over = new AtomicBoolean();
    var storm = CompletableFuture.runAsync(() -> keepFull(over));
    try {
      turnedAway(this::signIn);
      turnedAway(this::signUp);
    } finally {
      over.set(true);
      storm.join();
      // Who comes next must not be turned away as well.
      await().untilAsserted(() -> hashing.hash(PASSWORD).await().indefinitely());
    }
  }

  private static void turnedAway(Supplier<Response> door) {
    await()
        .untilAsserted(() -> {
          var answer = door.get();
          assertThat(answer.statusCode()).isEqualTo(503);
          assertThat(answer.jsonPath().getString("id")).isEqualTo("unavailable");
          assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
  }

  /** More passwords than can be hashed in time, however fast the machine is. */
  private void keepFull(AtomicBoolean over) {
    while (!over.get()) {
      hashing.hash(PASSWORD).subscribe().with(hash -> {}, full -> LockSupport.parkNanos(100_000));
    }
  }

  private Response signIn() {
    return gateway.call("POST", "/sessions").basic(nobody(), "wrong but long enough").atEdge();
  }

  private Response signUp() {
    var body = "{\"email\":\"%s\",\"password\":\"long enough, and never heard\"}";
    return gateway.call("POST", "/users").json(body.formatted(nobody())).send();
  }

  private static String nobody() {
    return "nobody.%s@example.com".formatted(UUID.randomUUID());
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
