package dev.latchkey.local.gateway.route;

import dev.latchkey.contracts.identity.Headers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * One match of an HTTPRoute.
 *
 * @param kind how the path is compared
 * @param path as in the manifest, with a leading and without a trailing slash
 * @param method HTTP method in capitals
 * @param service name of the backend
 * @param patience how long its answer may take
 * @param open true when nobody is asked whose request it is: the backend asks as a client itself
 */
public record Route(
    Kind kind, String path, String method, String service, Duration patience, boolean open) {

  /** Longer than the slowest honest answer (a cascade without Kafka takes two seconds). */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The Gateway API's kinds of path match; an exact one wins over a prefix. */
  public enum Kind {
    EXACT,
    PREFIX
  }

  /** Request headers that the backend does not get; an open one keeps people by a cookie. */
  public Set<String> withheld() {
    var names = new TreeSet<>(Headers.CREDENTIALS);
    names.addAll(Headers.FROM_WEB);
    if (open) {
      names.remove("Cookie");
    }
    return names;
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
