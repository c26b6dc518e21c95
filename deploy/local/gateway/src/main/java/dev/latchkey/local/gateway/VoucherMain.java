package dev.latchkey.local.gateway;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The voucher as a program: in a cluster, where Envoy is the gateway. Runs until SIGTERM. */
public final class VoucherMain {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private VoucherMain() {}

  /** Starts and prints {@code READY port=... internal=...}. */
  public static void main(String[] args) {
    var traffic = new Traffic();
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, traffic)));
    try {
      System.out.println(start(vertx, VoucherConfig.from(System.getenv()), traffic));
    } catch (GeneralSecurityException | RuntimeException e) {
      System.err.println("the voucher does not start: " + e.getMessage());
      System.exit(1);
    }
  }

  static String start(Vertx vertx, VoucherConfig config, Traffic traffic)
      throws GeneralSecurityException {
    var credential = new ServiceCredential(config.serviceKey(), Clock.systemUTC());
    var port = new AtomicInteger();
    await(
        vertx.deployVerticle(
            () -> new Voucher(config, credential, traffic, port),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors())));
    var health = await(new Health(traffic).listen(vertx, config.host(), config.internalPort()));
    return "READY port=" + port.get() + " internal=" + health.actualPort();
  }

  private static void stop(Vertx vertx, Traffic traffic) {
    try {
      traffic.drain(PATIENCE);
      await(vertx.close());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CompletionException e) {
      System.err.println("the voucher does not stop well: " + e.getMessage());
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
