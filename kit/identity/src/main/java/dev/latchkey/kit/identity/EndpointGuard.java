package dev.latchkey.kit.identity;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a public request through to its door only when the endpoint table has a row for it, this
 * service owns the row, and (unless the row is anonymous) the edge's identity satisfies it. It does
 * not rely on the gateway having asked the edge.
 */
@ApplicationScoped // A proxy: JAX-RS wants its filters before there is configuration or Vert.x.
public class EndpointGuard {

  private final String service;
  private final IdentityVerification identities;
  private final Admission admission;

  EndpointGuard(
      @ConfigProperty(name = "latchkey.service.name") String service,
      IdentityVerification identities,
      Admission admission) {
    this.service = service;
    this.identities = identities;
    this.admission = admission;
  }

  /** Null lets the request pass. */
  @ServerRequestFilter(preMatching = true)
  public @Nullable Uni<Response> guard(RoutingContext context) {
    var path = context.request().path();
    if (Border.internal(path)) {
      return null;
    }
    var row =
        Verb.of(context.request().method().name())
            .flatMap(verb -> Endpoints.find(verb, path))
            .filter(this::ours);
    if (row.isEmpty()) {
      return refuse(unknown(path));
    }
    return row.get().anonymous() ? null : admit(context, row.get());
  }

  private @Nullable Uni<Response> admit(RoutingContext context, Endpoint row) {
    var presented = context.request().headers().getAll(Headers.IDENTITY);
    if (presented.size() != 1) {
      return refuse(CommonProblem.UNAUTHORIZED.problem());
    }
    return identities.verify(presented.getFirst()).map(found -> judge(context, row, found));
  }

  private @Nullable Response judge(RoutingContext context, Endpoint row, Optional<Identity> found) {
    if (found.isEmpty()) {
      return CommonProblem.UNAUTHORIZED.problem().response();
    }
    var identity = found.get();
    var request = context.request();
    var refusal = admission.refusal(identity, row, request.method().name(), request.path());
    if (refusal.isPresent()) {
      return refusal.get().response();
    }
    Callers.remember(context, identity.caller());
    return null;
  }

  /** An unknown path; or a known one with a method that it has not. */
  private Problem unknown(String path) {
    var allowed =
        Stream.of(Verb.values())
            .filter(verb -> Endpoints.find(verb, path).filter(this::ours).isPresent())
            .map(Verb::name)
            .collect(Collectors.joining(", "));
    return allowed.isEmpty()
        ? CommonProblem.NOT_FOUND.problem()
        : CommonProblem.METHOD_NOT_ALLOWED.problem().header(HttpHeaders.ALLOW, allowed);
  }

  private boolean ours(Endpoint row) {
    return row.owner().service().equals(service);
  }

  private static Uni<Response> refuse(Problem problem) {
    return Uni.createFrom().item(problem.response());
  }
}
