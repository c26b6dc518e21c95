package dev.latchkey.local.gateway.route;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Owner;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The HTTPRoute manifest of one service, written from the endpoint table. */
final class RouteManifest {

  private static final String HEAD =
      """
      # Written from the endpoint table in contracts/ by RouteManifestsTest (-Dlatchkey.golden=rewrite).
      # Exact wins over prefix. A prefix stands for a part in braces; what else lies below it is
      # refused by the edge, which knows the whole table. No credential of the client reaches a service.
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: %1$s
      spec:
        parentRefs:
          - name: latchkey
        rules:
      """;

  private static final String MATCHES =
      """
          - matches:
      """;

  private static final String MATCH =
      """
              - path: {type: %s, value: "%s"}
                method: %s
      """;

  private static final String TIMEOUTS =
      """
            timeouts: {request: %ds}
      """;

  private static final String FILTERS =
      """
            filters:
              - type: RequestHeaderModifier
                requestHeaderModifier:
                  remove:
      """;

  private static final String REMOVED =
      """
                    - %s
      """;

  private static final String BACKEND =
      """
            backendRefs:
              - name: %s
                port: 8080
      """;

  /** A client of the command line waits so long, and its request is answered before. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private RouteManifest() {}

  static String of(Owner owner) {
    var matches =
        new TreeSet<Route>(
            Comparator.comparing(Route::path)
                .thenComparing(Route::kind)
                .thenComparing(Route::method));
    Endpoints.ALL.stream()
        .filter(row -> row.owner() == owner)
        .forEach(row -> matches.add(route(row)));
    var text = new StringBuilder(HEAD.formatted(owner.service()));
    matches.stream()
        .collect(Collectors.groupingBy(Route::patience, TreeMap::new, Collectors.toList()))
        .forEach((patience, rule) -> text.append(rule(owner, patience, rule)));
    return text.toString();
  }

  private static String rule(Owner owner, Duration patience, List<Route> matches) {
    var text = new StringBuilder(MATCHES);
    matches.forEach(
        match -> text.append(MATCH.formatted(kind(match), match.path(), match.method())));
    if (!patience.equals(Route.PATIENCE)) {
      text.append(TIMEOUTS.formatted(patience.toSeconds()));
    }
    text.append(FILTERS);
    matches.getFirst().withheld().forEach(name -> text.append(REMOVED.formatted(name)));
    return text.append(BACKEND.formatted(owner.service())).toString();
  }

  private static Route route(Endpoint row) {
    int brace = row.path().indexOf("/{");
    return new Route(
        brace < 0 ? Route.Kind.EXACT : Route.Kind.PREFIX,
        brace < 0 ? row.path() : row.path().substring(0, brace),
        row.verb().name(),
        row.owner().service(),
        row.equals(Endpoints.BROWSER_LOGIN_POLL) ? LONG : Route.PATIENCE,
        false);
  }

  private static String kind(Route route) {
    return route.kind() == Route.Kind.EXACT ? "Exact" : "PathPrefix";
  }
}
