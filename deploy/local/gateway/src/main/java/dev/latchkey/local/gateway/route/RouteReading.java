package dev.latchkey.local.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads one HTTPRoute. What a cluster's gateway would do and this one does not is refused. */
final class RouteReading {

  private static final String API = "gateway.networking.k8s.io/v1";
  private static final String MODIFIER = "requestHeaderModifier";

  private final Document document;
  private final boolean open;

  private RouteReading(Document document, boolean open) {
    this.document = document;
    this.open = open;
  }

  static List<Route> of(Document document, Policies policies) {
    return new RouteReading(document, policies.open(document.name())).routes();
  }

  private List<Route> routes() {
    document.hasOnly(document.spec(), Set.of("parentRefs", "rules"));
    document.hasApi(API);
    var routes = new ArrayList<Route>();
    for (var rule : document.spec().path("rules")) {
      document.hasOnly(rule, Set.of("name", "matches", "timeouts", "filters", "backendRefs"));
      if (rule.path("backendRefs").size() != 1) {
        throw document.refusal("a rule without exactly one backend");
      }
      var service = rule.path("backendRefs").get(0).path("name").asText();
      var patience = patience(rule.path("timeouts"));
      rule.path("matches")
          .forEach(match -> {
            var route = route(match, service, patience);
            withholds(rule.path("filters"), route);
            routes.add(route);
          });
    }
    return routes;
  }

  /** A Duration of the Gateway API (GEP-2257), of which whole seconds are enough here. */
  private Duration patience(JsonNode timeouts) {
    document.hasOnly(timeouts, Set.of("request"));
    var request = timeouts.path("request").asText();
    if (request.isEmpty()) {
      return Route.PATIENCE;
    }
    if (!request.matches("[1-9][0-9]{0,3}s")) {
      throw document.refusal("timeouts " + timeouts);
    }
    return Duration.parse("PT" + request);
  }

  /** The one filter there is: it takes off what the backend must not see, no more and no less. */
  private void withholds(JsonNode filters, Route route) {
    var removed = new TreeSet<String>();
    for (var filter : filters) {
      document.hasOnly(filter, Set.of("type", MODIFIER));
      document.hasOnly(filter.path(MODIFIER), Set.of("remove"));
      if (!filter.path("type").asText().equals("RequestHeaderModifier")) {
        throw document.refusal("filter " + filter);
      }
      filter.path(MODIFIER).path("remove").forEach(name -> removed.add(name.asText()));
    }
    if (!removed.equals(route.withheld())) {
      throw document.refusal("a rule that does not remove exactly " + route.withheld());
    }
  }

  private Route route(JsonNode match, String service, Duration patience) {
    document.hasOnly(match, Set.of("path", "method"));
    var path = match.path("path").path("value").asText();
    var method = match.path("method").asText();
    var type = match.path("path").path("type").asText();
    boolean root = path.equals("/") && type.equals("Exact");
    if (!path.startsWith("/") || path.endsWith("/") && !root || method.isEmpty()) {
      throw document.refusal("match " + match);
    }
    return switch (type) {
      case "Exact" -> new Route(Route.Kind.EXACT, path, method, service, patience, open);
      case "PathPrefix" -> new Route(Route.Kind.PREFIX, path, method, service, patience, open);
      default -> throw document.refusal("match " + match);
    };
  }
}
