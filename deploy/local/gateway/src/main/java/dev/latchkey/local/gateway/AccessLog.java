package dev.latchkey.local.gateway;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.local.gateway.route.Route;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;

/**
 * One JSON line per request. A path or a query may hold a secret, so the line has the route's
 * template and nothing that the client wrote but its last request id, of a form in which there is
 * no room for a secret ({@link dev.latchkey.contracts.identity.SafeRequestId}).
 */
final class AccessLog {

  private final PrintStream out;
  private final Clock clock;

  AccessLog(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** A request that found its service. */
  void served(HttpServerRequest request, Route route, Instant begun, String requestId) {
    out.println(
        line(request, begun, requestId)
            .put("method", route.method())
            .put("route", template(route, request.path()))
            .put("service", route.service())
            .encode());
  }

  /** A request that the gateway turned away before it had a route. */
  void turnedAway(HttpServerRequest request, Instant begun, String requestId) {
    out.println(line(request, begun, requestId).encode());
  }

  private JsonObject line(HttpServerRequest request, Instant begun, String requestId) {
    var now = clock.instant();
    return new JsonObject()
        .put("timestamp", now.toString())
        .put("logger", "access")
        .put("status", request.response().getStatusCode())
        .put("ms", now.toEpochMilli() - begun.toEpochMilli())
        .put("requestId", last(requestId));
  }

  private static String template(Route route, String path) {
    return Endpoints.find(Verb.valueOf(route.method()), path)
        .map(Endpoint::path)
        .orElse(route.kind() == Route.Kind.EXACT ? route.path() : route.path() + "/*");
  }

  /** Of a list that grew along the way the last. */
  private static String last(String requestId) {
    return requestId.substring(requestId.lastIndexOf(',') + 1).strip();
  }
}
