package dev.latchkey.local.infra.sms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that was taken.
 *
 * @param from number or name of the sender; empty where a messaging service chooses it
 * @param callback where its status is reported
 */
record KeptText(
    String sid,
    String account,
    String to,
    String from,
    @Nullable String service,
    String body,
    Optional<String> callback,
    Instant created) {

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static final int SEGMENT = 160;

  String uri() {
    return "/2010-04-01/Accounts/%s/Messages/%s.json".formatted(account, sid);
  }

  /** As Twilio shows a message. */
  Map<String, Object> json(String status) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    var date = RFC_2822.format(created.atOffset(ZoneOffset.UTC));
    json.put("account_sid", account);
    json.put("api_version", "2010-04-01");
    json.put("body", body);
    json.put("date_created", date);
    json.put("date_sent", null);
    json.put("date_updated", date);
    json.put("direction", "outbound-api");
    json.put("error_code", null);
    json.put("error_message", null);
    json.put("from", from.isEmpty() ? null : from);
    json.put("messaging_service_sid", service);
    json.put("num_media", "0");
    json.put("num_segments", String.valueOf((body.length() + SEGMENT - 1) / SEGMENT));
    json.put("price", null);
    json.put("price_unit", null);
    json.put("sid", sid);
    json.put("status", status);
    json.put("subresource_uris", Map.of("media", uri().replace(".json", "/Media.json")));
    json.put("to", to);
    json.put("uri", uri());
    return json;
  }
}
