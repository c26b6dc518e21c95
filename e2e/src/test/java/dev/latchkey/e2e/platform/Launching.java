package dev.latchkey.e2e.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A platform of this run's own, started and stopped by {@code ./dev} as a person would, with data
 * and ports that collide with nobody's.
 */
public final class Launching {

  private static final int FIRST_PORT = 28_080;
  private static final long PATIENCE_S = 600;

  private final Path root;
  private final Path data;
  private final Path scratch;
  private final Map<String, String> environment;

  private Launching(Path root, Path data, Path scratch, Map<String, String> environment) {
    this.root = root;
    this.data = data;
    this.scratch = scratch;
    this.environment = Map.copyOf(environment);
  }

  static Launching start() {
    var root = Path.of(System.getProperty("latchkey.root", "..")).toAbsolutePath().normalize();
    var target = root.resolve("e2e/target");
    var launching =
        new Launching(root, target.resolve("platform"), target.resolve("scratch"), ports());
    throw new UnsupportedOperationException(launching.toString());
  }

  private static Map<String, String> ports() {
    var ports = new LinkedHashMap<String, String>();
    ports.put("LATCHKEY_PORT", String.valueOf(FIRST_PORT));
    return ports;
  }

  void stop() {
    var unused = dev("down");
  }

  String dev(String... words) {
    var command = new java.util.ArrayList<String>();
    command.add(root.resolve("dev").toString());
    command.addAll(java.util.List.of(words));
    return Shell.run(root, environment, command, PATIENCE_S).output();
  }

  RunningProcess process(String name) {
    throw new UnsupportedOperationException(name);
  }

  int port(String name) {
    throw new UnsupportedOperationException(name);
  }

  void revive(String name, RunningProcess killed, Map<String, String> changes) {
    throw new UnsupportedOperationException(name + killed + changes);
  }

  void stopStore(String name) {
    throw new UnsupportedOperationException(name);
  }

  void startStore(String name) {
    throw new UnsupportedOperationException(name);
  }

  String superuserPassword() {
    try (var files = Files.walk(data)) {
      var file =
          files
              .filter(path -> path.endsWith("postgres.superuser"))
              .findFirst()
              .orElseThrow(() -> new IOException("no postgres.superuser below " + data));
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody listens on. */
  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A log file beside the platform's own. */
  Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  Path mail() {
    return data.resolve("mail");
  }

  Map<String, String> environment() {
    return environment;
  }

  Path root() {
    return root;
  }

  Path data() {
    return data;
  }

  Path scratch() {
    return scratch;
  }
}
