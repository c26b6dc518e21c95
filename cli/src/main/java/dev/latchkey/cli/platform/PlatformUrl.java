package dev.latchkey.cli.platform;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a platform is: scheme, host and port, nothing else. Credentials belong to one of these and
 * are sent to no other. Plain http is for this machine only: on the way to any other, a password
 * could be read.
 */
public record PlatformUrl(URI origin) {

  private static final int HIGHEST_PORT = 65_535;

  /** Reads what somebody wrote into {@code LATCHKEY_URL}. */
  public static PlatformUrl of(String text) {
    return of("The platform's address, LATCHKEY_URL,", "your password", text);
  }

  /**
   * Reads what somebody wrote elsewhere.
   *
   * @param subject what messages about it begin with
   * @param secret what is sent there and nobody else may read
   */
  public static PlatformUrl of(String subject, String secret, String text) {
    try {
      var uri = new URI(text.strip());
      var wrong = wrong(uri, secret);
      if (wrong != null) {
        throw refused(subject, wrong);
      }
      return new PlatformUrl(origin(uri));
    } catch (URISyntaxException notOne) {
      throw refused(subject, "is no address");
    }
  }

  private static @Nullable String wrong(URI uri, String secret) {
    var scheme = scheme(uri);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return "must look like https://api.example.com";
    }
    if (uri.getRawUserInfo() != null) {
      return "must not have a name or password in it";
    }
    var path = uri.getRawPath();
    if (!(path.isEmpty() || path.equals("/"))
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      return "must end after the host and port";
    }
    if (scheme.equals("http") && !loopback(host(uri))) {
      return "must begin with https://, or " + secret + " could be read on the way";
    }
    return uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT
        ? "has a port that nobody can have"
        : null;
  }

  private static URI origin(URI uri) {
    var scheme = scheme(uri);
    int standard = scheme.equals("https") ? 443 : 80;
    var port = uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
    return URI.create(scheme + "://" + host(uri) + port);
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** By name and not by look-up: whoever answers DNS must not decide what is sent in the clear. */
  private static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static Failure refused(String subject, String why) {
    return new Failure(ExitCode.USAGE, "latch_url", subject + " " + why + ".");
  }

  /** Whether nobody on the way can read what is said. */
  boolean encrypted() {
    return origin.getScheme().equals("https");
  }

  /** An address on it. */
  public URI resolve(String path) {
    return URI.create(origin + path);
  }

  @Override
  public String toString() {
    return origin.toString();
  }
}
