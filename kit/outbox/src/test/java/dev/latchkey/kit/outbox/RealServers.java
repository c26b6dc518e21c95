package dev.latchkey.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka in a child process, one for the test JVM; it ends when we do. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

  private static final String ROLE = "mfa";

  private static @Nullable RealServers running;

  private final Map<String, String> addresses = new HashMap<>();
  private @Nullable BufferedReader said;
  private @Nullable BufferedWriter orders;

  @Override
  public Map<String, String> start() {
    synchronized (RealServers.class) {
      if (running == null) {
        launch();
        running = this;
      }
    }
    return Map.of(
        "quarkus.datasource.username",
        ROLE,
        "quarkus.datasource.password",
        ROLE,
        "quarkus.datasource.reactive.url",
        "postgresql://" + postgres(),
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://" + postgres(),
        "kafka.bootstrap.servers",
        kafka());
  }

  @Override
  public void stop() {
    // Other test classes of this JVM use them too.
  }

  public static String kafka() {
    return "127.0.0.1:" + running().addresses.get("kafka");
  }

  public static String postgres() {
    return "127.0.0.1:" + running().addresses.get("postgres") + "/" + ROLE;
  }

  /** Stops a server, as an operator would. */
  public static void stop(String server) {
    running().order("stop " + server, "STOPPED");
  }

  /** Starts it again, on its old port and data. */
  public static void start(String server) {
    running().order("start " + server, "STARTED");
  }

  /** Lets a server hang: it keeps its connections and answers nothing. */
  static void pause(String server) {
    running().signal("-STOP", server);
  }

  /** Ends a pause. */
  static void resume(String server) {
    running().signal("-CONT", server);
  }

  private static synchronized RealServers running() {
    if (running == null) {
      throw new IllegalStateException("no test has started the servers");
    }
    return running;
  }

  private void launch() {
    try {
      var infra = Path.of(System.getProperty("latchkey.root"), "deploy", "local", "infra");
      var classPath = Files.readString(infra.resolve("target/infra.cp")).strip();
      var directory = Files.createTempDirectory("latchkey-outbox-");
      var child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classPath,
                  "dev.latchkey.local.infra.Infra",
                  "dir=" + directory,
                  "stores=postgres,kafka",
                  "keep=false",
                  "postgres=0",
                  "kafka=0")
              .redirectError(new File("target", "servers.log"))
              .start();
      said = child.inputReader(UTF_8);
      orders = child.outputWriter(UTF_8);
      await("READY");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void order(String order, String answer) {
    try {
      var to = orders;
      if (to == null) {
        throw new IllegalStateException("not launched");
      }
      to.write(order);
      to.newLine();
      to.flush();
      await(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String signal, String server) {
    try {
      var pid = addresses.getOrDefault(server + ".pid", "none");
      new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await(String word) throws IOException {
    for (var line = line(); line != null; line = line()) {
      if (line.startsWith("FAILED")) {
        throw new IOException(line);
      }
      if (line.startsWith(word)) {
        for (var part : line.split(" ", -1)) {
          var pair = part.split("=", 2);
          if (pair.length == 2) {
            addresses.put(pair[0], pair[1]);
          }
        }
        return;
      }
    }
    throw new IOException("the servers died, see target/servers.log");
  }

  private @Nullable String line() throws IOException {
    return said == null ? null : said.readLine();
  }
}
