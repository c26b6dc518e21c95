package dev.latchkey.auth.edge;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.ServiceGuard;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.RouteRefusals;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway asks who a request is: the same method and path below {@code /internal/edge},
 * without the body (Envoy's HTTP external authorization). 200 with the identity in a header, or the
 * answer for the client. That it is the gateway who asks has been seen by {@link ServiceGuard}, as
 * for all that is inside.
 *
 * <p>A route and no resource: every request of the public API waits for it, and most of its
 * processor time was the framework's way to a resource (docs/adr/0030-doors-that-are-routes.md).
 */
@Singleton
final class EdgeRoute {

  private static final Logger log = Logger.getLogger(EdgeRoute.class);
  private static final String PREFIX = "/internal/edge";

  /** No resource has a longer one; it would not fit into an identity that names it either. */
  private static final int LONGEST_PATH = 1024;

  private final ProvenanceCheck provenance;
  private final EdgeCheck check;

  EdgeRoute(ProvenanceCheck provenance, EdgeCheck check) {
    this.provenance = provenance;
    this.check = check;
  }

  void open(@Observes Router router) {
    router.route(PREFIX + "/*").order(ServiceGuard.BEHIND).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    // Nothing here depends on a body. One that is sent all the same must not block the connection.
    context.request().resume();
    decide(context)
        .invoke(decision -> send(context, decision))
        .subscribe()
        .with(sent -> {}, context::fail);
  }

  /**
   * What the gateway is told.
   *
   * @param told whose request it is, where {@code web} has said so; else null
   */
  private record Decision(EdgeOutcome outcome, @Nullable Origin told) {

    static Uni<Decision> refused(CommonProblem problem) {
      return Uni.createFrom().item(new Decision(new EdgeOutcome.Refused(problem.problem()), null));
    }
  }

  private Uni<Decision> decide(RoutingContext context) {
    var request = context.request();
    var verb = Verb.of(request.method().name());
    if (verb.isEmpty()) {
      return Decision.refused(CommonProblem.METHOD_NOT_ALLOWED);
    }
    // Raw: an escaped slash or tilde must not turn one path into another (the gateway refuses
    // them).
    var path = request.path().substring(PREFIX.length());
    if (path.length() > LONGEST_PATH) {
      return Decision.refused(CommonProblem.NOT_FOUND);
    }
    return provenance
        .of(request.headers())
        .chain(from -> decide(verb.get(), path, request.headers(), from));
  }

  private Uni<Decision> decide(Verb verb, String path, MultiMap headers, Provenance from) {
    return switch (from) {
      case Provenance.Unbelievable no -> Decision.refused(CommonProblem.BAD_REQUEST);
      case Provenance.Direct(var origin) ->
          check
              .check(new EdgeRequest(verb, path, headers, origin))
              .map(outcome -> new Decision(outcome, null));
      case Provenance.ThroughWeb(var origin) ->
          check
              .check(new EdgeRequest(verb, path, headers, origin))
              .map(outcome -> new Decision(outcome, origin));
    };
  }

  private static void send(RoutingContext context, Decision decision) {
    switch (decision.outcome()) {
      case EdgeOutcome.Refused(var problem) -> RouteRefusals.answer(context, problem);
      case EdgeOutcome.Anonymous(var token) -> pass(context, null, token, decision.told());
      case EdgeOutcome.Known(var identity, var token) ->
          pass(context, identity, token, decision.told());
    }
  }

  private static void pass(
      RoutingContext context,
      @Nullable String identity,
      @Nullable String presentedToken,
      @Nullable Origin told) {
    var response = context.response();
    put(response, Headers.PRESENTED_TOKEN, presentedToken);
    if (told != null) {
      // What passes goes on with these in the place of web's own (Headers.FROM_EDGE).
      put(response, "X-Forwarded-For", told.ip());
      put(response, HttpHeaders.USER_AGENT.toString(), told.client());
    }
    // Last: an answer that fails before its end must not bear it.
    put(response, Headers.IDENTITY, identity);
    response.end().onFailure(gone -> log.debug("gateway left before the answer", gone));
  }

  private static void put(HttpServerResponse response, String name, @Nullable String value) {
    if (value != null) {
      response.putHeader(name, value);
    }
  }
}
