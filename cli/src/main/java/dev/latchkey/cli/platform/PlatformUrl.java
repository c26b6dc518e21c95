package dev.latchkey.cli.platform;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a platform is: scheme, host and port, nothing else. Credentials belong to one of these and
 * are sent to no other. Plain http is for this machine only: on the way to any other, a password
 * could be read.
 */
public record PlatformUrl(URI origin) {

  private static final int HIGHEST_PORT = 65_535;

  /** Reads what somebody wrote into {@code LATCHKEY_URL}. */
  public static PlatformUrl of(String text) {
    try {
      return of(new URI(text.strip()));
    } catch (URISyntaxException notOne) {
      throw refused("is no address");
    }
  }

  private static PlatformUrl of(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw refused("must look like https://api.example.com");
    }
    if (uri.getRawUserInfo() != null) {
      throw refused("must not have a name or password in it");
    }
    var path = uri.getRawPath();
    if (!(path.isEmpty() || path.equals("/"))
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw refused("must end after the host and port");
    }
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    if (scheme.equals("http") && !loopback(host)) {
      throw refused("must begin with https://, or your password could be read on the way");
    }
    if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
      throw refused("has a port that nobody can have");
    }
    int standard = scheme.equals("https") ? 443 : 80;
    var port = uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
    return new PlatformUrl(URI.create(scheme + "://" + host + port));
  }

  /** By name and not by look-up: whoever answers DNS must not decide what is sent in the clear. */
  private static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static Failure refused(String why) {
    return new Failure(
        ExitCode.USAGE, "latch_url", "The platform's address, LATCHKEY_URL, " + why + ".");
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
