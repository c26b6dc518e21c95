package dev.latchkey.contracts.endpoint;

/** The HTTP methods that the public API uses. */
public enum Verb {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE
}
