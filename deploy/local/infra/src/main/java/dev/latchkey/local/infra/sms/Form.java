package dev.latchkey.local.infra.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request says: its fields, and whether it has the right password. */
record Form(Map<String, String> fields) {

  private static final int MOST_BYTES = 64 * 1024;

  static Form ofQuery(HttpExchange exchange) {
    return new Form(decoded(exchange.getRequestURI().getRawQuery()));
  }

  static Form ofBody(HttpExchange exchange) throws IOException {
    return new Form(decoded(new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8)));
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(text -> !text.isBlank());
  }

  /** True when the request has Basic authentication with that password, whoever it says it is. */
  static boolean authorized(HttpExchange exchange, String password) {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return false;
    }
    try {
      var given = new String(Base64.getDecoder().decode(header.substring(6)), UTF_8);
      var secret = given.substring(given.indexOf(':') + 1);
      return MessageDigest.isEqual(secret.getBytes(UTF_8), password.getBytes(UTF_8));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, String> decoded(@Nullable String text) {
    var fields = new HashMap<String, String>();
    if (text != null) {
      for (var pair : text.split("&", -1)) {
        var parts = pair.split("=", 2);
        fields.put(
            URLDecoder.decode(parts[0], UTF_8),
            parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
      }
    }
    return fields;
  }
}
