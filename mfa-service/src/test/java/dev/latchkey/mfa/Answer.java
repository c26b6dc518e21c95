package dev.latchkey.mfa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What the service answered. */
public record Answer(int status, HttpResponse<String> response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + response.body(), e);
    }
  }

  /** A member of the body as text. */
  public String text(String member) {
    return json().path(member).asText();
  }

  /** Word of the error catalogue. */
  public String id() {
    return text("id");
  }

  /** A header, or nothing in it. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return status + " " + response.body();
  }
}
