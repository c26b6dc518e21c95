package dev.latchkey.local.gateway;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.local.gateway.route.Route;
import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which headers travel: what is taken off a request at the door, and what each side may see. */
final class Baggage {

  /** Bears the gateway's own credential to the edge: Authorization is the client's there. */
  static final String SERVICE = "Latchkey-Service";

  private static final Set<String> HOP_BY_HOP =
      names(
          List.of(
              "Connection",
              "Keep-Alive",
              "Proxy-Authenticate",
              "Proxy-Authorization",
              "Proxy-Connection",
              "TE",
              "Trailer",
              "Transfer-Encoding",
              "Upgrade",
              "Expect",
              "HTTP2-Settings"));

  /** Headers beginning with {@code Latchkey-} that may come in; those of web are for the edge. */
  private static final Set<String> FROM_OUTSIDE = fromOutside();

  private Baggage() {}

  /**
   * Takes off whatever only the platform may set, in any case and number, before anything else
   * looks at the request. Every {@code Latchkey-} header that is not a client's counts as internal,
   * also one invented later; names with an underscore go because some servers read one as a hyphen.
   */
  static void strip(MultiMap headers) {
    var hops = named(headers.getAll("Connection"));
    for (var name : Set.copyOf(headers.names())) {
      var low = name.toLowerCase(Locale.ROOT);
      if (internal(low) || forged(low) || low.indexOf('_') >= 0 || hops.contains(low)) {
        headers.remove(name);
      }
    }
  }

  /** What the edge sees: the headers it is meant to judge, by name. */
  static MultiMap toEdge(MultiMap headers) {
    return some(headers, Headers.TO_EDGE);
  }

  /** What the edge's answer says to the service, by name. */
  static MultiMap fromEdge(MultiMap answer) {
    return some(answer, Headers.FROM_EDGE);
  }

  /** Takes off what whoever is behind this route must not see: the client's credentials. */
  static void withhold(Route route, MultiMap headers) {
    route.withheld().forEach(headers::remove);
    HOP_BY_HOP.forEach(headers::remove);
  }

  /** Takes off an answer what is between us and the one who gave it. */
  static void toClient(MultiMap headers) {
    HOP_BY_HOP.forEach(headers::remove);
    Headers.INTERNAL.forEach(headers::remove);
    Headers.FROM_WEB.forEach(headers::remove);
    headers.remove("Server");
  }

  private static boolean internal(String low) {
    return low.startsWith("latchkey-") && !FROM_OUTSIDE.contains(low);
  }

  /** Headers by which a client could claim another address, host, path or method. */
  private static boolean forged(String low) {
    return low.startsWith("x-forwarded-")
        || low.equals("forwarded")
        || low.equals("x-real-ip")
        || low.startsWith("x-original-")
        || low.startsWith("x-rewrite-")
        || low.startsWith("x-http-method")
        || low.equals("x-method-override");
  }

  /** Headers that Connection names are for this hop; naming Host or framing changes nothing. */
  private static Set<String> named(List<String> connection) {
    var named = new HashSet<String>();
    for (var value : connection) {
      for (var name : value.split(",", -1)) {
        named.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    named.removeAll(Set.of("host", "content-length", "transfer-encoding"));
    return named;
  }

  private static MultiMap some(MultiMap headers, List<String> names) {
    var some = MultiMap.caseInsensitiveMultiMap();
    names.forEach(name -> some.add(name, headers.getAll(name)));
    return some;
  }

  private static Set<String> fromOutside() {
    var names = names(List.of(Headers.CHALLENGE, Headers.DEVICE));
    names.addAll(Headers.FROM_WEB);
    return names;
  }

  private static Set<String> names(List<String> names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(names);
    return set;
  }
}
