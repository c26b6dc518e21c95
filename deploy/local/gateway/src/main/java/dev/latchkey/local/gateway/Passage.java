package dev.latchkey.local.gateway;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.contracts.identity.SafeRequestId;
import dev.latchkey.local.gateway.route.RequestTarget;
import dev.latchkey.local.gateway.route.Route;
import dev.latchkey.local.gateway.route.Routes;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The way of one request: strip, check, find the route, take the body in, ask the edge (unless the
 * route is open), carry it to the service. Keeps nothing of a request once it is answered.
 */
final class Passage implements Handler<HttpServerRequest> {

  private final GatewayConfig config;
  private final Routes routes;
  private final Edge edge;
  private final Upstream upstream;
  private final AccessLog log;
  private final Traffic traffic;
  private final RandomGenerator random = RandomGenerator.getDefault();

  Passage(
      GatewayConfig config,
      Routes routes,
      Edge edge,
      Upstream upstream,
      AccessLog log,
      Traffic traffic) {
    this.config = config;
    this.routes = routes;
    this.edge = edge;
    this.upstream = upstream;
    this.log = log;
    this.traffic = traffic;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (Framing.condemned(request.connection())) {
      return;
    }
    Baggage.strip(request.headers());
    tellTheTruth(request);
    if (traffic.draining()) {
      turnAway(request, Refusal.UNAVAILABLE);
      return;
    }
    var target = RequestTarget.parse(request.uri());
    if (target.isEmpty() || !Framing.clear(request)) {
      turnAway(request, Refusal.BAD_REQUEST);
      return;
    }
    switch (routes.find(request.method().name(), target.get().path())) {
      case Routes.Routing.Found(var route) -> admit(request, target.get(), route);
      case Routes.Routing.Unknown() -> turnAway(request, Refusal.NOT_FOUND);
      case Routes.Routing.OtherMethod(var allow) -> {
        request.response().putHeader("Allow", allow);
        turnAway(request, Refusal.METHOD_NOT_ALLOWED);
      }
    }
  }

  /** Answers what could not even be read as a request. */
  void turnAway(HttpServerRequest request, Refusal refusal) {
    var begun = log.now();
    // What could not be read as a request comes here with whatever it says itself.
    var id = SafeRequestId.of(request.headers().getAll(Headers.REQUEST_ID)).orElse("");
    request.response().endHandler(end -> log.turnedAway(request, begun, id));
    finish(request, id);
    refusal.answer(request);
  }

  private void admit(HttpServerRequest request, RequestTarget target, Route route) {
    var begun = log.now();
    var id = request.getHeader(Headers.REQUEST_ID);
    traffic.begin();
    request
        .response()
        .endHandler(end -> {
          traffic.end();
          log.served(request, route, begun, id);
        });
    finish(request, id);
    BodyIntake.take(request)
        .onSuccess(body ->
            body.ifPresentOrElse(
                whole -> letThrough(request, target, route, whole),
                () -> Refusal.TOO_LARGE.answer(request)))
        .onFailure(broken -> Refusal.BAD_REQUEST.answer(request));
  }

  private void letThrough(
      HttpServerRequest request, RequestTarget target, Route route, Buffer body) {
    if (route.open()) {
      upstream.carry(request, body, route, Verdict.Passed.unasked());
    } else {
      ask(request, target, route, body);
    }
  }

  private void ask(HttpServerRequest request, RequestTarget target, Route route, Buffer body) {
    edge.judge(request.method(), target, request.headers())
        .onSuccess(verdict -> {
          switch (verdict) {
            case Verdict.Passed passed -> upstream.carry(request, body, route, passed);
            case Verdict.Refused refused -> passOn(request, refused);
            case Verdict.Unknown() -> Refusal.UNAVAILABLE.answer(request);
          }
        });
  }

  private static void passOn(HttpServerRequest request, Verdict.Refused refused) {
    var response = request.response().setStatusCode(refused.status());
    response.headers().addAll(refused.headers());
    response.end(refused.body()).onFailure(gone -> request.connection().close());
  }

  /** Says itself what a client has no business of saying: where from, how and to where. */
  private void tellTheTruth(HttpServerRequest request) {
    var id =
        SafeRequestId.of(request.headers().getAll(Headers.REQUEST_ID))
            .orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString());
    request
        .headers()
        .set(Headers.REQUEST_ID, id)
        .set("X-Forwarded-For", request.remoteAddress().hostAddress())
        .set("X-Forwarded-Proto", config.publicUrl().getScheme())
        .set("X-Forwarded-Host", config.publicUrl().getRawAuthority());
  }

  /** What every answer has, whoever gives it. */
  private void finish(HttpServerRequest request, String id) {
    var response = request.response();
    response.headersEndHandler(head -> {
      response.putHeader("X-Content-Type-Options", "nosniff");
      if (!id.isEmpty()) {
        response.putHeader(Headers.REQUEST_ID, id);
      }
      if (config.https()) {
        response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
      }
    });
  }
}
