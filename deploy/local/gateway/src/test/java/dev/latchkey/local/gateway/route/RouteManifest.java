package dev.latchkey.local.gateway.route;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Owner;
import java.util.Comparator;
import java.util.TreeSet;

/** The HTTPRoute manifest of one service, written from the endpoint table. */
final class RouteManifest {

  private static final String HEAD =
      """
      # Written from the endpoint table in contracts/ by RouteManifestsTest (-Dlatchkey.golden=rewrite).
      # Exact wins over prefix. A prefix stands for a part in braces; what else lies below it is
      # refused by the edge, which knows the whole table.
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: %1$s
      spec:
        parentRefs:
          - name: latchkey
        rules:
          - matches:
      """;

  private static final String MATCH =
      """
              - path: {type: %s, value: "%s"}
                method: %s
      """;

  private static final String TAIL =
      """
            backendRefs:
              - name: %s
                port: 8080
      """;

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
    matches.forEach(
        match -> text.append(MATCH.formatted(kind(match), match.path(), match.method()).indent(0)));
    return text.append(TAIL.formatted(owner.service())).toString();
  }

  private static Route route(Endpoint row) {
    int brace = row.path().indexOf("/{");
    return brace < 0
        ? new Route(Route.Kind.EXACT, row.path(), row.verb().name(), row.owner().service())
        : new Route(
            Route.Kind.PREFIX,
            row.path().substring(0, brace),
            row.verb().name(),
            row.owner().service());
  }

  private static String kind(Route route) {
    return route.kind() == Route.Kind.EXACT ? "Exact" : "PathPrefix";
  }
}
