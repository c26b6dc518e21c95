package dev.latchkey.local.gateway;

import dev.latchkey.local.gateway.route.RequestTarget;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries Envoy's questions to the edge, and vouches for them: Envoy can't sign a JWT a minute, and
 * the edge answers nobody without one. It asks the edge and nothing else, in the gateway's name;
 * who may ask it is for the cluster's NetworkPolicy to say.
 */
final class Voucher extends AbstractVerticle {

  private static final int LARGEST_HEAD = 64 * 1024;
  private static final int CONNECTIONS = 256;

  private final VoucherConfig config;
  private final ServiceCredential credential;
  private final Traffic traffic;
  private final AtomicInteger port;

  Voucher(VoucherConfig config, ServiceCredential credential, Traffic traffic, AtomicInteger port) {
    this.config = config;
    this.credential = credential;
    this.traffic = traffic;
    this.port = port;
  }

  @Override
  public void start(Promise<Void> started) {
    var client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAliveTimeout(15),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    var edge = new Edge(client, config.edge(), config.edgeTimeout(), credential);
    vertx
        .createHttpServer(
            new HttpServerOptions()
                .setMaxHeaderSize(LARGEST_HEAD)
                .setMaxInitialLineLength(LARGEST_HEAD))
        .requestHandler(request -> vouch(request, edge))
        // A negative port is a free one, the same for every event loop.
        .listen(config.port() == 0 ? -1 : config.port(), config.host())
        .onSuccess(server -> port.set(server.actualPort()))
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void vouch(HttpServerRequest request, Edge edge) {
    traffic.begin();
    var target = target(request.uri());
    if (target.isEmpty()) {
      // The client gets this 400, as it does from the local gateway.
      answer(request, Refusal.BAD_REQUEST);
      return;
    }
    edge.judge(request.method(), target.get(), request.headers())
        .onSuccess(verdict -> answer(request, verdict));
  }

  /**
   * What the client asked for; nothing where the path leads out of the edge's door, or could be
   * read in two ways: behind that door are endpoints that believe this credential.
   */
  private static Optional<RequestTarget> target(String uri) {
    return uri.startsWith(Edge.DOOR + "/")
        ? RequestTarget.parse(uri.substring(Edge.DOOR.length()))
        : Optional.empty();
  }

  private void answer(HttpServerRequest request, Verdict verdict) {
    switch (verdict) {
      case Verdict.Passed passed -> end(request, 200, passed.headers(), Buffer.buffer());
      case Verdict.Refused no -> end(request, no.status(), no.headers(), no.body());
      case Verdict.Unknown unknown -> answer(request, Refusal.UNAVAILABLE);
    }
  }

  private void answer(HttpServerRequest request, Refusal refusal) {
    var headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Content-Type", "application/json")
            .add("Cache-Control", "no-store");
    end(request, refusal.status(), headers, refusal.body());
  }

  private void end(HttpServerRequest request, int status, MultiMap headers, Buffer body) {
    var response = request.response().setStatusCode(status);
    response.headers().addAll(headers);
    response.end(body).onComplete(end -> traffic.end());
  }
}
