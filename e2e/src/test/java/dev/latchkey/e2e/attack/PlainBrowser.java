package dev.latchkey.e2e.attack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Known;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as cookies and forms go, whose cookies a thief can read and plant. */
final class PlainBrowser {

  /** As {@code ./dev up} names it, where there is no https. */
  static final String SESSION = "latchkey-dev";

  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

  private final Api api;
  private final Map<String, String> cookies = new HashMap<>();

  PlainBrowser(Api api) {
    this.api = api;
  }

  /** Whoever has the browser for a moment sets a cookie. */
  void plant(String name, String value) {
    cookies.put(name, value);
  }

  /** What a cookie is worth now; empty when there is none. */
  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /** The session's token. */
  String session() {
    return cookie(SESSION);
  }

  Answer open(String path) {
    return taken(with(api.get(path)).sendPatiently());
  }

  /**
   * Opens a page, fills in its form, and sends it to the same address; again when the platform is
   * busy.
   */
  @CanIgnoreReturnValue
  Answer submit(String path, Map<String, String> fields) {
    var page = open(path);
    var found = FORM_TOKEN.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("no form on " + path + ": " + page.status());
    }
    var all = new LinkedHashMap<>(fields);
    all.put("form_token", found.group(1));
    var form =
        all.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var call = with(api.post(path)).header("Sec-Fetch-Site", "same-origin");
    return taken(call.body(form, "application/x-www-form-urlencoded").sendPatiently());
  }

  private Call with(Call call) {
    var all =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? call : call.header("Cookie", all);
  }

  private Answer taken(Answer answer) {
    for (var line : answer.headers().allValues("Set-Cookie")) {
      var cookie = HttpCookie.parse(line).getFirst();
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
        if (cookie.getName().equals(SESSION)) {
          Known.secret(cookie.getValue());
        }
      }
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
