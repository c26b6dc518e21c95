package dev.latchkey.local.launcher.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The platform's public API, as a client without any privilege. */
final class PublicApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final int TRIES = 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;

  PublicApi(String url) {
    this.url = url;
  }

  /** An answer; the body is empty when there was none. */
  record Answer(int status, JsonNode body) {
    boolean good() {
      return status >= 200 && status < 300;
    }

    boolean is(String field) {
      return body.path(field).asBoolean();
    }

    String text(String field) {
      return body.path(field).asText();
    }

    /** Itself, if it is a good one. */
    Answer orFail(String what) throws IOException {
      if (!good()) {
        throw new IOException("%s: %d %s %s".formatted(what, status, text("id"), text("message")));
      }
      return this;
    }
  }

  static Map<String, String> basic(Person person) {
    var pair = person.email() + ":" + person.password();
    return Map.of(
        "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  Answer post(String path, Map<String, String> headers, Map<String, String> body)
      throws IOException, InterruptedException {
    var json = BodyPublishers.ofString(JSON.writeValueAsString(body));
    return send(request(path, headers).header("Content-Type", "application/json").POST(json));
  }

  Answer put(String path, Map<String, String> headers, Map<String, String> body)
      throws IOException, InterruptedException {
    var json = BodyPublishers.ofString(JSON.writeValueAsString(body));
    return send(request(path, headers).header("Content-Type", "application/json").PUT(json));
  }

  Answer get(String path, Map<String, String> headers) throws IOException, InterruptedException {
    return send(request(path, headers).GET());
  }

  Answer delete(String path, Map<String, String> headers) throws IOException, InterruptedException {
    return send(request(path, headers).DELETE());
  }

  /** Looks at a page, as a browser does. */
  void visit(String path) throws IOException, InterruptedException {
    var page = request(path, Map.of("Accept", "text/html")).GET().build();
    int status = client.send(page, BodyHandlers.discarding()).statusCode();
    if (status != OK) {
      throw new IOException("visiting %s: %d".formatted(path, status));
    }
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(15))
            .header("User-Agent", "latchkey-dev");
    headers.forEach(request::header);
    return request;
  }

  /** Sends; while the platform says that it is not available, again. */
  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = once(request.build());
    for (int i = 1; i < TRIES && answer.status() == UNAVAILABLE; i++) {
      TimeUnit.MILLISECONDS.sleep(500);
      answer = once(request.build());
    }
    return answer;
  }

  private Answer once(HttpRequest request) throws IOException, InterruptedException {
    var response = client.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree("[" + response.body() + "]").path(0));
  }
}
