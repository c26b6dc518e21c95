package dev.latchkey.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Says on the internal port whether the gateway lives and takes requests. */
final class Health {

  private final Traffic traffic;

  Health(Traffic traffic) {
    this.traffic = traffic;
  }

  Future<HttpServer> listen(Vertx vertx, String host, int port) {
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, host);
  }

  private void answer(HttpServerRequest request) {
    boolean up =
        switch (request.path()) {
          case "/q/health/live", "/q/health/started" -> true;
          case "/q/health", "/q/health/ready" -> !traffic.draining();
          default -> false;
        };
    request
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader("Content-Type", "application/json")
        .end(up ? "{\"status\":\"UP\",\"checks\":[]}" : "{\"status\":\"DOWN\",\"checks\":[]}")
        .onFailure(gone -> request.connection().close());
  }
}
