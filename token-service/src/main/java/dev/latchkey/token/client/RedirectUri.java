package dev.latchkey.token.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a client's codes go: https, or http on the person's own machine (RFC 8252 section 7.3). It
 * is compared as a text, byte by byte (RFC 9700 section 2.1), so what is not written plainly is not
 * taken: no fragment, no user in front of the host, ASCII only.
 */
record RedirectUri(String text) {

  private static final int LONGEST = 2000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The address in a text; nothing when codes must not go there. */
  static Optional<RedirectUri> parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST || !text.chars().allMatch(RedirectUri::plain)) {
      return Optional.empty();
    }
    try {
      return safe(new URI(text)) ? Optional.of(new RedirectUri(text)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean plain(int sign) {
    return sign > ' ' && sign < 0x7f && sign != '\\';
  }

  private static boolean safe(URI uri) {
    var host = uri.getHost();
    if (uri.getScheme() == null || host == null || uri.getRawUserInfo() != null) {
      return false;
    }
    return uri.getRawFragment() == null && (isHttps(uri) || isLoopback(uri, host));
  }

  private static boolean isHttps(URI uri) {
    return uri.getScheme().equals("https");
  }

  private static boolean isLoopback(URI uri, String host) {
    return uri.getScheme().equals("http") && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }
}
