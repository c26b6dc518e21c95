package dev.latchkey.local.infra.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /v2/PhoneNumbers/{number}}: what kind of line it is. */
final class LookupsApi implements HttpHandler {

  private static final Pattern PATH = Pattern.compile("/v2/PhoneNumbers/(\\+[1-9][0-9]{6,14})");

  private final String authToken;

  LookupsApi(String authToken) {
    this.authToken = authToken;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) {
    if (!Form.authorized(exchange, authToken)) {
      return Answer.unauthorized();
    }
    var path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!path.matches() || !exchange.getRequestMethod().equals("GET")) {
      return Answer.notFound();
    }
    var number = path.group(1);
    var pretence = Pretence.of(number);
    if (pretence == Pretence.LOOKUP_DOWN) {
      return Answer.error(503, 20503, "Service unavailable");
    }
    var fields = Form.ofQuery(exchange).field("Fields").orElse("");
    boolean wanted = List.of(fields.split(",", -1)).contains("line_type_intelligence");
    return new Answer(200, number(number, wanted ? line(pretence) : null));
  }

  private static LinkedHashMap<String, @Nullable Object> number(
      String number, @Nullable Object line) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("calling_country_code", null);
    json.put("country_code", null);
    json.put("phone_number", number);
    json.put("national_format", null);
    json.put("valid", true);
    json.put("validation_errors", List.of());
    json.put("line_type_intelligence", line);
    json.put("url", "https://lookups.twilio.com/v2/PhoneNumbers/" + number);
    return json;
  }

  private static LinkedHashMap<String, @Nullable Object> line(Pretence pretence) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("mobile_country_code", null);
    line.put("mobile_network_code", null);
    line.put("carrier_name", "A carrier that carries nothing");
    line.put("type", pretence.line());
    line.put("error_code", null);
    return line;
  }
}
