package dev.latchkey.local.gateway.route;

import java.time.Duration;

/**
 * One match of an HTTPRoute.
 *
 * @param kind how the path is compared
 * @param path as in the manifest, with a leading and without a trailing slash
 * @param method HTTP method in capitals
 * @param service name of the backend
 * @param patience how long its answer may take
 */
public record Route(Kind kind, String path, String method, String service, Duration patience) {

  /** Longer than the slowest honest answer (a cascade without Kafka takes two seconds). */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The Gateway API's kinds of path match; an exact one wins over a prefix. */
  public enum Kind {
    EXACT,
    PREFIX
  }

  boolean covers(String actual) {
    return switch (kind) {
      case EXACT -> actual.equals(path);
      // A prefix matches whole path parts: /keys covers /keys/1 and not /keyserver.
      case PREFIX -> actual.equals(path) || actual.startsWith(path + "/");
    };
  }

  boolean wins(Route other) {
    return kind == other.kind ? path.length() > other.path.length() : kind == Kind.EXACT;
  }
}
