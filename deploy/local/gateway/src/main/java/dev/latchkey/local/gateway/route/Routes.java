package dev.latchkey.local.gateway.route;

import java.util.List;
import java.util.TreeSet;

/** The table of routes, with the precedence of the Gateway API. An allow-list. */
public final class Routes {

  private final List<Route> all;

  public Routes(List<Route> all) {
    this.all = List.copyOf(all);
  }

  /** Where a request goes. */
  public sealed interface Routing {
    record Found(Route route) implements Routing {}

    /** The path is known, the method is not; {@code allow} as in the header of that name. */
    record OtherMethod(String allow) implements Routing {}

    record Unknown() implements Routing {}
  }

  /** Finds the route of a request; {@code path} without a query. */
  public Routing find(String method, String path) {
    var covering = all.stream().filter(route -> route.covers(path)).toList();
    if (covering.isEmpty()) {
      return new Routing.Unknown();
    }
    return covering.stream()
        .filter(route -> route.method().equals(method))
        .reduce((one, two) -> two.wins(one) ? two : one)
        .<Routing>map(Routing.Found::new)
        .orElseGet(() -> new Routing.OtherMethod(methods(covering)));
  }

  public List<Route> all() {
    return all;
  }

  private static String methods(List<Route> routes) {
    var methods = new TreeSet<String>();
    routes.forEach(route -> methods.add(route.method()));
    return String.join(", ", methods);
  }
}
