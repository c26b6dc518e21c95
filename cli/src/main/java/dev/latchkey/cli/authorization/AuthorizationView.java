package dev.latchkey.cli.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Authorizations on the screen. */
final class AuthorizationView {

  private final Invocation invocation;

  AuthorizationView(Invocation invocation) {
    this.invocation = invocation;
  }

  void list(JsonNode all) {
    var now = invocation.clock().instant();
    var table =
        Table.of("ID", "DESCRIPTION", "SCOPE", "EXPIRES", "LAST USED", "FROM")
            .doingWithout("FROM", "LAST USED");
    all.forEach(each ->
        table.row(
            each.path("id").asText(),
            each.path("description").asText(),
            scope(each),
            expiry(each, now),
            lastUsed(each, now),
            each.path("last_used_ip").asText("")));
    invocation.screen().table(table, "No authorizations. Make one: latch authorizations:create");
  }

  void one(JsonNode authorization) {
    var now = invocation.clock().instant();
    var facts = new LinkedHashMap<String, String>();
    facts.put("ID", authorization.path("id").asText());
    facts.put("Description", authorization.path("description").asText());
    facts.put("Scope", scope(authorization));
    facts.put("Token", authorization.path("access_token").path("token").asText());
    facts.put("Expires", expiry(authorization, now));
    facts.put("Created", Moment.of(authorization.path("created_at")).minute());
    facts.put("Client", authorization.path("client").path("name").asText(""));
    facts.put("Last used", used(authorization));
    invocation.screen().properties(facts);
  }

  private static String used(JsonNode authorization) {
    var time = Moment.of(authorization.path("last_used_at")).minute();
    return time.isEmpty()
        ? "never"
        : "%s from %s, %s"
            .formatted(
                time,
                authorization.path("last_used_ip").asText("?"),
                authorization.path("last_used_client").asText("?"));
  }

  private static String lastUsed(JsonNode authorization, Instant now) {
    return Moment.of(authorization.path("last_used_at")).ago(now);
  }

  private static String scope(JsonNode authorization) {
    return authorization
        .path("scope")
        .valueStream()
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String expiry(JsonNode authorization, Instant now) {
    var expiry = Moment.in(authorization.path("access_token").path("expires_in"), now).minute();
    return expiry.isEmpty() ? "never" : expiry;
  }
}
