package dev.latchkey.e2e.fuzz;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request, made by chance; sent again it is the same. */
final class Attempt {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
  private static final String NO_ID = "00000000-0000-4000-8000-000000000000";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> MORE_HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "Range",
          "User-Agent",
          "Cookie",
          "If-None-Match",
          "Origin",
          "Latchkey-Device",
          "Heroku-Password",
          "Heroku-Two-Factor-Code",
          "Request-Id");
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          FORM,
          "application/json; charset=utf-16",
          "x/y;z",
          "*/*");

  private final Random random;
  private final HostileText text;
  private final Operation operation;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final String path;
  private byte[] body = {};

  Attempt(Operation operation, long seed, Credentials credentials) {
    this.operation = operation;
    random = new Random(seed);
    text = new HostileText(random);
    path = target();
    credentials.some(operation, random, text).ifPresent(one -> headers.put("Authorization", one));
    headers();
    body();
  }

  private String target() {
    var target =
        PARAMETER
            .matcher(operation.path())
            .replaceAll(
                found -> Matcher.quoteReplacement(random.nextInt(4) == 0 ? NO_ID : text.escaped()));
    var names = new ArrayList<>(operation.queries());
    if (random.nextInt(3) == 0) {
      names.add("a");
    }
    var query = new StringBuilder();
    for (var name : names) {
      query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(text.escaped());
    }
    return target + query;
  }

  private void headers() {
    for (var name : operation.headers()) {
      if (random.nextBoolean()) {
        headers.put(name, text.header());
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      headers.put(text.pick(MORE_HEADERS), text.header());
    }
    if (random.nextInt(4) == 0) {
      headers.put("Request-Id", HostileText.TOKEN);
    }
  }

  private void body() {
    if (operation.bodies().isEmpty()) {
      if (random.nextInt(4) == 0) {
        body = text.any().getBytes(StandardCharsets.UTF_8);
        headers.put("Content-Type", text.pick(TYPES));
      }
      return;
    }
    var one = text.pick(List.copyOf(operation.bodies().entrySet()));
    var type = one.getKey();
    var schema = one.getValue();
    var bodies = new Bodies(random, text);
    body = type.equals(FORM) ? bodies.form(schema) : bodies.json(schema);
    headers.put("Content-Type", random.nextInt(10) == 0 ? text.pick(TYPES) : type);
  }

  /** Sends it. */
  Answer send(Api api) {
    var call = api.call(operation.verb(), path);
    headers.forEach(call::header);
    return (body.length == 0 ? call : call.body(body, "")).send();
  }

  boolean asks(String header) {
    return headers.containsKey(header);
  }

  boolean hasBody() {
    return body.length > 0;
  }

  boolean hasHostilePath() {
    return PARAMETER.matcher(operation.path()).find();
  }

  /** Without the credential, which may be a good one. */
  @Override
  public String toString() {
    var shown = new LinkedHashMap<>(headers);
    shown.remove("Authorization");
    var whole = new String(body, StandardCharsets.ISO_8859_1);
    return "%s %s %s %s"
        .formatted(operation.verb(), cut(path), cut(shown.toString()), cut(whole))
        .replaceAll("[^\\x20-\\x7e]", "?");
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(300, text.length()));
  }
}
