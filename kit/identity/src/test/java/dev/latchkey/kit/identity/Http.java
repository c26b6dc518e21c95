package dev.latchkey.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP to one port of the application under test. */
record Http(String base) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Http outside() {
    return new Http(Surroundings.value("test.url"));
  }

  static Http inside() {
    return new Http("http://localhost:" + System.getProperty(InternalPort.ACTUAL));
  }

  /** Headers come in pairs. */
  HttpResponse<String> send(String method, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    request.method(method, BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stop);
    }
  }

  HttpResponse<String> as(String identity, String method, String path) {
    return send(method, path, "Latchkey-Identity", identity);
  }

  /** The status of an answer to a request line as an attacker writes it. */
  int raw(String method, String target) {
    var url = URI.create(base);
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(5000);
      var head = method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  static void refused(HttpResponse<String> answer, int status, String id) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(new JsonObject(answer.body()).getString("id")).isEqualTo(id);
    assertThat(answer.headers().firstValue("Request-Id")).isPresent();
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }
}
