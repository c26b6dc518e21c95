package dev.latchkey.bench.peer;

import dev.latchkey.bench.hash.HashCost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Keycloak that runs here, as its guide says for production: optimized, on PostgreSQL, with the
 * heap of its own script. On one node, so with a local cache, and without TLS, as we run behind the
 * gateway: both in its favour.
 */
final class Keycloak implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PAUSE_MILLIS = 50;
  private static final int OK = 200;

  /** Its usual hundred are all that this PostgreSQL has; 64 clients at once need none here. */
  private static final int CONNECTIONS = 20;

  private final Process script;
  private final URI url;
  private final Duration untilReady;

  private Keycloak(Process script, URI url, Duration untilReady) {
    this.script = script;
    this.url = url;
    this.untilReady = untilReady;
  }

  /** Starts it and waits until it says that it is ready. */
  static Keycloak start(
      Path home, String database, String password, HashCost hash, String javaOptions, Path log)
      throws IOException, InterruptedException {
    optimize(home, log);
    int port = free();
    int management = free();
    var command =
        List.of(
            home.resolve("bin/kc.sh").toString(),
            "start",
            "--optimized",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--http-management-port=" + management,
            "--hostname-strict=false",
            "--db-url=" + database,
            "--db-username=" + Database.user(),
            "--db-pool-max-size=" + CONNECTIONS,
            "--spi-password-hashing--argon2--memory=" + hash.memory(),
            "--spi-password-hashing--argon2--iterations=" + hash.iterations(),
            "--log-level=warn");
    var builder = logging(command, log);
    builder.environment().put("KC_DB_PASSWORD", password);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakRealm.ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    builder.environment().put("JAVA_OPTS_APPEND", javaOptions);
    long begin = System.nanoTime();
    var script = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(script)));
    awaitReady(script, URI.create("http://127.0.0.1:" + management + "/health/ready"), log);
    return new Keycloak(
        script,
        URI.create("http://127.0.0.1:" + port),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  URI url() {
    return url;
  }

  Duration untilReady() {
    return untilReady;
  }

  /** The script and the JVM that it has started. */
  List<Long> processes() {
    return Stream.concat(Stream.of(script.toHandle()), script.descendants())
        .map(ProcessHandle::pid)
        .toList();
  }

  /** What its guide asks for before a production start; once for a download. */
  private static void optimize(Path home, Path log) throws IOException, InterruptedException {
    var mark = home.resolve("optimized");
    if (Files.exists(mark)) {
      return;
    }
    System.err.println("preparing Keycloak");
    var build =
        logging(
                List.of(
                    home.resolve("bin/kc.sh").toString(),
                    "build",
                    "--db=postgres",
                    "--health-enabled=true",
                    "--cache=local"),
                log)
            .start();
    if (build.waitFor() != 0) {
      throw new IOException("Keycloak cannot be prepared: see " + log);
    }
    Files.createFile(mark);
  }

  private static ProcessBuilder logging(List<String> command, Path log) {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // Else its script takes a JDK of the machine.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
    return builder;
  }

  private static void awaitReady(Process script, URI health, Path log)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && script.isAlive()) {
        if (ready(client, health)) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    stop(script);
    throw new IOException("Keycloak does not start: see " + log);
  }

  private static boolean ready(HttpClient client, URI health) throws InterruptedException {
    try {
      return client
              .send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void stop(Process script) {
    script.descendants().forEach(ProcessHandle::destroyForcibly);
    script.destroyForcibly();
  }

  @Override
  public void close() throws InterruptedException {
    stop(script);
    script.waitFor();
  }
}
