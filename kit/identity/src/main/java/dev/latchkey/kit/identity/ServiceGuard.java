package dev.latchkey.kit.identity;

import dev.latchkey.contracts.endpoint.InternalEndpoints;
import dev.latchkey.kit.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets an internal request through only with the credential of a service we know, made for us:
 * {@code Bearer} in {@code Authorization}; or in {@value #HEADER} where {@code Authorization} is a
 * client's, as in the edge check. Whose person's identity it may carry besides says nothing here.
 * And only where {@link InternalEndpoints} lets that service ask: what the table has not is 403 for
 * everybody, whether it is there or not.
 */
@ApplicationScoped // A proxy: JAX-RS wants its filters before there is configuration or Vert.x.
public class ServiceGuard {

  /** Bears the service's credential where {@code Authorization} is somebody else's. */
  public static final String HEADER = "Latchkey-Service";

  private final String self;
  private final ServiceRecognition services;

  ServiceGuard(
      @ConfigProperty(name = "latchkey.service.name") String self, ServiceRecognition services) {
    this.self = self;
    this.services = services;
  }

  /** Null lets the request pass. */
  @ServerRequestFilter(preMatching = true)
  public @Nullable Uni<Response> guard(RoutingContext context) {
    if (!Border.forServices(context.request().path())) {
      return null;
    }
    return services
        .recognize(presented(context.request().headers()))
        .map(caller -> judge(context, caller));
  }

  private @Nullable Response judge(RoutingContext context, Optional<ServiceCaller> caller) {
    if (caller.isEmpty()) {
      return refusal();
    }
    var request = context.request();
    if (!InternalEndpoints.allow(
        self, caller.get().name(), request.method().name(), request.path())) {
      return CommonProblem.FORBIDDEN.problem().response();
    }
    Callers.remember(context, caller.get());
    return null;
  }

  private static List<String> presented(MultiMap headers) {
    return headers.getAll(headers.contains(HEADER) ? HEADER : "Authorization");
  }

  private static Response refusal() {
    return CommonProblem.UNAUTHORIZED.problem().response();
  }
}
