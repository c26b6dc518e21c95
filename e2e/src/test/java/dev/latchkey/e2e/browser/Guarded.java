package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.HttpHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The headers and cookies without which a page of ours would be open to others. */
final class Guarded {

  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "content-security-policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          "x-frame-options",
          "DENY",
          "referrer-policy",
          "same-origin",
          "cross-origin-opener-policy",
          "same-origin",
          "cross-origin-resource-policy",
          "same-origin");

  /** The prefix makes browsers insist on https and on this very host (RFC 6265bis). */
  private static final Pattern SAFE_NAME = Pattern.compile("__Host-latchkey(-[a-z]+)?");

  private static final Pattern LOOPBACK_NAME = Pattern.compile("latchkey-dev(-[a-z]+)?");

  private Guarded() {}

  static void assertThatIsGuarded(Response answer) {
    for (var header : EVERYWHERE.entrySet()) {
      assertThat(answer.headerValues(header.getKey()))
          .as("%s of %s", header.getKey(), answer.url())
          .containsExactly(header.getValue());
    }
    if (answer.request().isNavigationRequest()) {
      assertThat(answer.headerValue("cache-control")).as(answer.url()).isEqualTo("no-store");
    }
    boolean https = answer.url().startsWith("https:");
    for (HttpHeader header : answer.headersArray()) {
      if (header.name.equalsIgnoreCase("set-cookie")) {
        // One line each: that is how Chromium hands several over.
        header.value.lines().forEach(cookie -> assertThatIsKept(cookie, https));
      }
    }
  }

  /** From scripts, from other sites' forms, from other hosts and from plain http. */
  private static void assertThatIsKept(String cookie, boolean https) {
    var parts = Arrays.stream(cookie.split(";")).map(String::strip).toList();
    var name = parts.getFirst().split("=", 2)[0];
    List<String> attributes =
        parts.stream().skip(1).map(part -> part.toLowerCase(Locale.ROOT)).toList();
    assertThat(name).matches(https ? SAFE_NAME : LOOPBACK_NAME);
    assertThat(attributes).as(name).contains("httponly", "samesite=lax", "path=/");
    assertThat(attributes).as(name).noneMatch(attribute -> attribute.startsWith("domain"));
    assertThat(attributes.contains("secure")).as("%s is kept to https", name).isEqualTo(https);
  }
}
