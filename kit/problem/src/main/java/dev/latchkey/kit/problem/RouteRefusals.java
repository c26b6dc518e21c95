package dev.latchkey.kit.problem;

import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Gives the one shape to refusals below JAX-RS: paths that do not parse, routes that do not exist,
 * handlers that refuse or fail.
 */
@Singleton
public final class RouteRefusals {

  private static final Logger log = Logger.getLogger(RouteRefusals.class);

  /** Before the framework's own failure handler, which would answer HTML or a stack trace. */
  private static final int FIRST = Integer.MIN_VALUE + 1;

  void install(@Observes Router router) {
    for (int status : List.of(400, 401, 403, 404, 405, 406, 413, 415, 431, 500, 503)) {
      router.errorHandler(status, RouteRefusals::failed);
    }
    router.route().order(FIRST).failureHandler(RouteRefusals::failed);
  }

  /** Answers a request that no resource will see. */
  public static void answer(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    RequestIds.mark(context);
    problem.headers().forEach(response::putHeader);
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.encodeToBuffer(problem.body()))
        .onFailure(gone -> log.debug("client left before the answer", gone));
  }

  private static void failed(RoutingContext context) {
    var failure = context.failure();
    if (failure instanceof ProblemException refusal) {
      answer(context, refusal.problem());
    } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
      answer(context, CommonProblem.of(context.statusCode()).problem());
    } else if (failure instanceof SecurityException) {
      answer(context, CommonProblem.UNAUTHORIZED.problem());
    } else if (failure == null) {
      answer(context, CommonProblem.of(Math.max(context.statusCode(), 500)).problem());
    } else {
      answer(context, Unexpected.problem(failure, log));
    }
  }
}
