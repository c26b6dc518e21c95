package dev.latchkey.web.visit;

import dev.latchkey.web.visit.WebConfig.PlainHttp;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address that browsers see: what cookies and the origin of a form are judged by. */
@Singleton
@Startup // Without https nothing here is safe: it must not start.
public class PublicUrl {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final URI url;

  PublicUrl(@ConfigProperty(name = "latchkey.public-url") URI url, WebConfig config) {
    boolean loopback =
        config.plainHttp() == PlainHttp.LOOPBACK
            && "http".equals(url.getScheme())
            && LOOPBACK.contains(String.valueOf(url.getHost()));
    if (!loopback && !"https".equals(url.getScheme())) {
      throw new IllegalStateException(
          "the public address must be https: without it a session can be read on its way");
    }
    this.url = url;
  }

  /** Whether cookies can be kept to https. */
  boolean https() {
    return "https".equals(url.getScheme());
  }

  /** Scheme, host and port as browsers send them in {@code Origin} (RFC 6454 section 7). */
  String origin() {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  /** The address of a path on the platform, for people to read and copy. */
  public String of(String path) {
    return origin() + path;
  }
}
