package dev.latchkey.kit.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds {@code \u0000} in JSON: PostgreSQL cannot store it, and no text of ours has a use for it.
 */
final class NulSearch {

  private static final JsonFactory JSON = new JsonFactory();

  private NulSearch() {}

  /** The member whose name or text has a NUL; empty text when it has no name. */
  static Optional<String> in(byte[] body) {
    // Most bodies do not even have the six characters; those that do are read properly, because
    // "\\u0000" (an escaped backslash) is harmless.
    if (!new String(body, StandardCharsets.ISO_8859_1).contains("\\u0000")) {
      return Optional.empty();
    }
    try (var parser = JSON.createParser(body)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        if (text && parser.getText().indexOf('\0') >= 0) {
          var name = parser.currentName();
          return Optional.of(name == null || name.indexOf('\0') >= 0 ? "" : name);
        }
      }
      return Optional.empty();
    } catch (IOException broken) {
      // Not JSON at all: the reader says so, in its own words.
      return Optional.empty();
    }
  }
}
