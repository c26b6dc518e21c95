package dev.latchkey.kit.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The second port, {@code latchkey.internal.port}, that no route of a gateway reaches: the same
 * routes as the public one, of which {@link Border} lets only the internal pass. 0 takes any free
 * port, for tests.
 */
@Singleton
public class InternalPort {

  /** System property with the port that is really open. */
  public static final String ACTUAL = "latchkey.internal.actual-port";

  private static final Logger log = Logger.getLogger(InternalPort.class);
  private static final int MAX_HEADERS = 20 * 1024;

  /** The gateway's, and room for what the edge's path puts before the request's. */
  private static final int LONGEST_LINE = 12 * 1024;

  private static final int PATIENCE_SECONDS = 10;

  private final Vertx vertx;
  private final String host;
  private final int wanted;
  private volatile int actual;
  private volatile @Nullable String deployment;

  InternalPort(
      Vertx vertx,
      @ConfigProperty(name = "latchkey.internal.host") String host,
      @ConfigProperty(name = "latchkey.internal.port") int port) {
    this.vertx = vertx;
    this.host = host;
    this.wanted = port;
    this.actual = port == 0 ? -1 : port;
  }

  /**
   * The port. One that is configured is known before it is open and while it closes: requests under
   * way ask, and who did not know would tell them that their path is not there. A random one is -1
   * before the start.
   */
  public int port() {
    return actual;
  }

  void open(@Observes StartupEvent start) {
    // A random port is another one for each instance, so there can be but one.
    int instances = wanted == 0 ? 1 : Runtime.getRuntime().availableProcessors();
    var options = new DeploymentOptions().setInstances(instances);
    deployment = await(vertx.deployVerticle(Door::new, options));
    System.setProperty(ACTUAL, Integer.toString(actual));
    log.infof("internal port open port=%d", actual);
  }

  void close(@Observes ShutdownEvent end) {
    var opened = deployment;
    if (opened != null) {
      deployment = null;
      await(vertx.undeploy(opened));
    }
  }

  private static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** One event loop's share of the port. */
  private final class Door extends AbstractVerticle {

    @Override
    public void start(Promise<Void> opened) {
      var options =
          new HttpServerOptions()
              .setHost(host)
              .setPort(wanted)
              .setMaxHeaderSize(MAX_HEADERS)
              .setMaxInitialLineLength(LONGEST_LINE)
              // Nobody opens a WebSocket here; each request would pass by their handlers.
              .setPerFrameWebSocketCompressionSupported(false)
              .setPerMessageWebSocketCompressionSupported(false);
      vertx
          .createHttpServer(options)
          .requestHandler(VertxHttpRecorder.getRootHandler())
          .listen()
          .onSuccess(server -> actual = server.actualPort())
          .<Void>mapEmpty()
          .onComplete(opened);
    }
  }
}
