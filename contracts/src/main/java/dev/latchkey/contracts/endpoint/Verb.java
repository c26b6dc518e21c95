package dev.latchkey.contracts.endpoint;

import java.util.Optional;
import java.util.stream.Stream;

/** The HTTP methods that the public API uses. */
public enum Verb {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE;

  /** The one that a request's method is judged as: {@code HEAD} is a {@code GET}. */
  public static Optional<Verb> of(String method) {
    var name = method.equals("HEAD") ? "GET" : method;
    return Stream.of(values()).filter(verb -> verb.name().equals(name)).findFirst();
  }
}
