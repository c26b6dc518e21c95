package dev.latchkey.e2e.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer.
 *
 * @param took from the first byte sent to the last one read
 */
public record Answer(int status, HttpHeaders headers, String body, Duration took) {

  static Answer of(HttpResponse<String> response, long begin) {
    return new Answer(
        response.statusCode(),
        response.headers(),
        response.body(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  public JsonNode json() {
    return Json.read(body);
  }

  /** The text at a JSON pointer; empty when it is not there. */
  public String text(String pointer) {
    return json().at(pointer).asText();
  }

  /** The error's id; empty when this is no error. */
  public String id() {
    return status < 400 ? "" : text("/id");
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Without headers, which may hold a token; bodies are cut. */
  @Override
  public String toString() {
    return status + " " + body.substring(0, Math.min(300, body.length()));
  }
}
