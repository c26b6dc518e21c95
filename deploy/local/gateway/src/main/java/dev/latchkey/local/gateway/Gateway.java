package dev.latchkey.local.gateway;

import dev.latchkey.local.gateway.route.Routes;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on the public port; one of these runs on each event loop. */
final class Gateway extends AbstractVerticle {

  /** The heroku CLI's Request-Id alone grows to 7 kB. */
  private static final int LARGEST_HEAD = 16 * 1024;

  private static final int LONGEST_LINE = 8 * 1024;

  /** Longer than clients keep idle connections, so that none is closed under a new request. */
  private static final int IDLE_SECONDS = 75;

  /** Shorter than services keep idle connections, for the same reason. */
  private static final int IDLE_UPSTREAM_SECONDS = 15;

  private static final int CONNECTIONS = 256;

  private final GatewayConfig config;
  private final Routes routes;
  private final ServiceCredential credential;
  private final AccessLog log;
  private final Traffic traffic;
  private final AtomicInteger port;

  Gateway(
      GatewayConfig config,
      Routes routes,
      ServiceCredential credential,
      AccessLog log,
      Traffic traffic,
      AtomicInteger port) {
    this.config = config;
    this.routes = routes;
    this.credential = credential;
    this.log = log;
    this.traffic = traffic;
    this.port = port;
  }

  @Override
  public void start(Promise<Void> started) {
    var passage =
        new Passage(
            config,
            routes,
            new Edge(client(), config.edge(), config.edgeTimeout(), credential),
            new Upstream(client(), config),
            log,
            traffic);
    var options = options();
    vertx
        .createHttpServer(options)
        .connectionHandler(connection -> Framing.guard(connection, options))
        .requestHandler(passage)
        .invalidRequestHandler(request -> unreadable(passage, request))
        // A negative port is a free one, the same for every event loop.
        .listen(config.port() == 0 ? -1 : config.port(), config.host())
        .onSuccess(server -> port.set(server.actualPort()))
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setMaxHeaderSize(LARGEST_HEAD)
        .setMaxInitialLineLength(LONGEST_LINE)
        .setHandle100ContinueAutomatically(true)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }

  private HttpClient client() {
    return vertx.createHttpClient(
        new HttpClientOptions().setKeepAliveTimeout(IDLE_UPSTREAM_SECONDS),
        new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  private static void unreadable(Passage passage, HttpServerRequest request) {
    if (Framing.condemned(request.connection())) {
      return;
    }
    var refusal =
        switch (request.decoderResult().cause()) {
          case TooLongFrameException head -> Refusal.HEADERS_TOO_LARGE;
          case null, default -> Refusal.BAD_REQUEST;
        };
    passage.turnAway(request, refusal);
  }
}
