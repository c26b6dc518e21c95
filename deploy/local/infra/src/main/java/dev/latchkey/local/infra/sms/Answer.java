package dev.latchkey.local.infra.sms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer in Twilio's form.
 *
 * @param body what becomes a JSON object
 */
record Answer(int status, Map<String, ? extends @Nullable Object> body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An error as Twilio words it: a code that its documentation explains, and a message. */
  static Answer error(int status, int code, String message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("code", code);
    body.put("message", message);
    body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    body.put("status", status);
    return new Answer(status, body);
  }

  static Answer unauthorized() {
    return error(401, 20003, "Authenticate");
  }

  static Answer notFound() {
    return error(404, 20404, "The requested resource was not found");
  }

  void send(HttpExchange exchange) throws IOException {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
