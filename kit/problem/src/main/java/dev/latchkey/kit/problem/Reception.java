package dev.latchkey.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What every request passes first: it gets its id, and what can't be right is turned away. */
@Singleton
final class Reception {

  private static final int FIRST = 10_000;

  void open(@Observes Filters filters) {
    filters.register(RequestIds::give, FIRST);
    filters.register(Reception::refuseNul, FIRST - 1);
    filters.register(BodyLimit::check, FIRST - 2);
    filters.register(HerokuMediaTypes::read, FIRST - 3);
  }

  /** PostgreSQL has no place for NUL, in whichever parameter it would arrive. */
  private static void refuseNul(RoutingContext context) {
    if (context.request().uri().contains("%00")) {
      RouteRefusals.answer(
          context, CommonProblem.INVALID_PARAMS.problem().message("must not contain %00."));
    } else {
      context.next();
    }
  }
}
