package dev.latchkey.auth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Over a socket of its own: the client of the other tests sends nothing but ASCII in a header. */
@QuarkusTest
class PasswordBeyondAsciiTest {

  private static final String PASSWORD = "pässwörter für alle";

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject InternalPort internal;

  @Test
  void it_is_right_however_the_client_sends_it() throws Exception {
    var here = sessionOfSomebodyWith(PASSWORD);
    var percents = "UTF-8''p%C3%A4ssw%C3%B6rter%20f%C3%BCr%20alle";

    assertThat(atEdge(here, PASSWORD.getBytes(UTF_8))).startsWith("HTTP/1.1 200 ");
    assertThat(atEdge(here, percents.getBytes(US_ASCII))).startsWith("HTTP/1.1 200 ");
    assertThat(atEdge(here, PASSWORD.getBytes(ISO_8859_1))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void another_one_is_wrong_however_the_client_sends_it() throws Exception {
    var here = sessionOfSomebodyWith(PASSWORD);
    var other = PASSWORD.replace('ä', 'á');

    for (var shown : new byte[][] {other.getBytes(UTF_8), other.getBytes(ISO_8859_1)}) {
      assertThat(atEdge(here, shown)).startsWith("HTTP/1.1 422 ").contains("invalid_password");
    }
  }

  @Test
  void what_latin_letters_do_not_have_is_right_too() throws Exception {
    var here = sessionOfSomebodyWith("für 5 € und 🔑, voilà");

    assertThat(atEdge(here, "für 5 € und 🔑, voilà".getBytes(UTF_8))).startsWith("HTTP/1.1 200 ");
  }

  private String sessionOfSomebodyWith(String password) {
    var here = people.signedUp().session();
    gateway
        .call("PATCH", "/users/~")
        .bearer(here)
        .json("{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(People.PASSWORD, password))
        .send()
        .then()
        .statusCode(200);
    return here;
  }

  /** What the edge says to somebody who wants to see the API key. */
  private String atEdge(String session, byte[] password) throws IOException {
    var head =
        String.join(
            "\r\n",
            "GET /internal/edge/oauth/authorizations/~ HTTP/1.1",
            "Host: auth-service",
            "Connection: close",
            Headers.SERVICE + ": " + ServiceCalls.header("gateway", Owner.AUTH.service()),
            "Authorization: Bearer " + session,
            Headers.PASSWORD + ": ");
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(US_ASCII));
    request.writeBytes(password);
    request.writeBytes("\r\n\r\n".getBytes(US_ASCII));
    try (var socket = new Socket("127.0.0.1", internal.port())) {
      socket.setSoTimeout(10_000);
      request.writeTo(socket.getOutputStream());
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
