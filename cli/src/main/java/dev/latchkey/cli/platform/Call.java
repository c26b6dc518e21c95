package dev.latchkey.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, not sent yet. The path is ours: what people type goes into headers and bodies. */
public record Call(
    String method, String path, Map<String, String> headers, @Nullable JsonNode body) {

  public Call {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public static Call get(String path) {
    return new Call("GET", path, Map.of(), null);
  }

  public static Call post(String path) {
    return new Call("POST", path, Map.of(), null);
  }

  public static Call put(String path) {
    return new Call("PUT", path, Map.of(), null);
  }

  public static Call patch(String path) {
    return new Call("PATCH", path, Map.of(), null);
  }

  public static Call delete(String path) {
    return new Call("DELETE", path, Map.of(), null);
  }

  /** With a body: texts, numbers and lists of texts. */
  public Call json(Map<String, ?> fields) {
    return new Call(method, path, headers, Json.of(fields));
  }

  public Call bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** RFC 7617; the platform takes it on a few paths only. */
  public Call basic(String email, String password) {
    var both = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** Step-up: the password once more. */
  public Call password(String password) {
    return with("Heroku-Password", HeaderText.of(password));
  }

  /**
   * A code of an app, of a text message or of the list of recovery codes; without what no code has
   * in it and no header takes, such as an arrow key or the wide space of a copied line.
   */
  public Call code(String code) {
    return with("Heroku-Two-Factor-Code", code.replaceAll("[^ -~]", ""));
  }

  public Call challenge(String challenge) {
    return with("Latchkey-Challenge", challenge);
  }

  public Call device(String token) {
    return with("Latchkey-Device", token);
  }

  public Call range(String range) {
    return with("Range", range);
  }

  private Call with(String header, String value) {
    if (!value.matches("[ -~]*")) {
      // Tokens from a file or the environment; the client's own complaint would show them.
      throw new Failure(
          ExitCode.USAGE,
          "latch_unsendable",
          "The request's %s has a character in it that cannot be sent.".formatted(header));
    }
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(method, path, more, body);
  }

  /** Whether doing it twice is doing it once (RFC 9110, section 9.2.2). */
  boolean repeatable() {
    return method.equals("GET");
  }

  /** Without headers and body: they have secrets. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
