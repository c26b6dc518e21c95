package dev.latchkey.local.infra.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;

/**
 * An answer in Twilio's form.
 *
 * @param json the body
 */
record Answer(int status, String json) {

  /** An error as Twilio words it: a code that its documentation explains, and a message. */
  static Answer error(int status, int code, String message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("code", code);
    body.put("message", message);
    body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    body.put("status", status);
    return new Answer(status, Json.of(body));
  }

  static Answer unauthorized() {
    return error(401, 20003, "Authenticate");
  }

  static Answer notFound() {
    return error(404, 20404, "The requested resource was not found");
  }

  void send(HttpExchange exchange) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
