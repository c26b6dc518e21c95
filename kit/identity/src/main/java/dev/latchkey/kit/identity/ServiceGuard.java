package dev.latchkey.kit.identity;

import dev.latchkey.contracts.endpoint.InternalEndpoints;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import dev.latchkey.kit.problem.RouteRefusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets an internal request through only with the credential of a service we know, made for us:
 * {@code Bearer} in {@code Authorization}; or in {@value #HEADER} where {@code Authorization} is a
 * client's, as in the edge check. Whose person's identity it may carry besides says nothing here.
 * And only where {@link InternalEndpoints} lets that service ask: what the table has not is 403 for
 * everybody, whether it is there or not.
 *
 * <p>Before every route, so that nothing inside can be opened past it, a resource or not.
 */
@Singleton
public final class ServiceGuard {

  /** Bears the service's credential where {@code Authorization} is somebody else's. */
  public static final String HEADER = "Latchkey-Service";

  /** Order of a route that stands right behind the guard, before what a framework does. */
  public static final int BEHIND = -(Border.EARLY - 2);

  private final String self;
  private final ServiceRecognition services;

  ServiceGuard(
      @ConfigProperty(name = "latchkey.service.name") String self, ServiceRecognition services) {
    this.self = self;
    this.services = services;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::guard, Border.EARLY - 1);
  }

  private void guard(RoutingContext context) {
    if (!Border.forServices(context.request().path())) {
      context.next();
      return;
    }
    services
        .recognize(presented(context.request().headers()))
        .invoke(caller -> judge(context, caller))
        .subscribe()
        .with(judged -> {}, context::fail);
  }

  private void judge(RoutingContext context, Optional<ServiceCaller> caller) {
    var refusal = refusal(context, caller);
    if (refusal.isPresent()) {
      RouteRefusals.answer(context, refusal.get());
    } else {
      context.next();
    }
  }

  private Optional<Problem> refusal(RoutingContext context, Optional<ServiceCaller> caller) {
    if (caller.isEmpty()) {
      return Optional.of(CommonProblem.UNAUTHORIZED.problem());
    }
    var request = context.request();
    if (!InternalEndpoints.allow(
        self, caller.get().name(), request.method().name(), request.path())) {
      return Optional.of(CommonProblem.FORBIDDEN.problem());
    }
    Callers.remember(context, caller.get());
    return Optional.empty();
  }

  private static List<String> presented(MultiMap headers) {
    return headers.getAll(headers.contains(HEADER) ? HEADER : "Authorization");
  }
}
