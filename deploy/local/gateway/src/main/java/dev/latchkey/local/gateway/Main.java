package dev.latchkey.local.gateway;

import dev.latchkey.local.gateway.route.Manifests;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The local gateway as a program. It stops when its standard input closes, so that it never
 * outlives the launcher that started it, however that one ended.
 */
public final class Main {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Main() {}

  /** Starts, prints {@code READY port=... internal=...} and runs until stdin closes or SIGTERM. */
  public static void main(String[] args) throws Exception {
    var config = GatewayConfig.from(System.getenv());
    var traffic = new Traffic();
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, traffic)));
    try {
      System.out.println(start(vertx, config, traffic));
    } catch (IOException | GeneralSecurityException | TimeoutException | RuntimeException e) {
      System.err.println("the gateway does not start: " + e.getMessage());
      System.exit(1);
    }
    while (System.in.read() >= 0) {
      // Nothing is said to us; we wait for the end.
    }
    System.exit(0);
  }

  private static String start(Vertx vertx, GatewayConfig config, Traffic traffic)
      throws IOException, GeneralSecurityException, TimeoutException {
    var clock = Clock.systemUTC();
    var routes = Manifests.read(config.manifests());
    var credential = new ServiceCredential(config.serviceKey(), clock);
    var log = new AccessLog(System.out, clock);
    var port = new AtomicInteger();
    // A route to a service nobody knows must stop the start, not the first request.
    routes.all().forEach(route -> config.port(route.service()));
    await(
        vertx.deployVerticle(
            () -> new Gateway(config, routes, credential, log, traffic, port),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors())));
    var health = await(new Health(traffic).listen(vertx, config.host(), config.internalPort()));
    return "READY port=" + port.get() + " internal=" + health.actualPort();
  }

  private static void stop(Vertx vertx, Traffic traffic) {
    try {
      traffic.drain(PATIENCE);
      var unused = await(vertx.close());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | RuntimeException e) {
      System.err.println("the gateway does not stop well: " + e.getMessage());
    }
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
