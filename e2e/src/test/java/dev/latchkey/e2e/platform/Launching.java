package dev.latchkey.e2e.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A platform of this run's own, started and stopped by {@code ./dev} as a person would, with data
 * and ports that collide with nobody's. With {@code -Dlatchkey.e2e.attach=DIR} it is the one that
 * runs on that data already, and it is left running.
 */
final class Launching {

  private static final int FIRST_BASE = 28_080;
  private static final int BASES = 20;
  private static final int PORTS_A_BASE = 50;
  private static final long PATIENCE_S = 900;

  private static final String ATTACH = System.getProperty("latchkey.e2e.attach", "");

  private final Path root;
  private final Path data;
  private final Map<String, String> environment;

  private Launching(Path root, Path data, Map<String, String> environment) {
    this.root = root;
    this.data = data;
    this.environment = Map.copyOf(environment);
  }

  static Launching start() {
    var root = Path.of(System.getProperty("latchkey.root", "..")).toAbsolutePath().normalize();
    if (!ATTACH.isEmpty()) {
      var data = Path.of(ATTACH).toAbsolutePath().normalize();
      var port = String.valueOf(state(data).at("/ports/gateway").asInt());
      return new Launching(
          root, data, Map.of("LATCHKEY_DATA", data.toString(), "LATCHKEY_PORT", port));
    }
    var data = root.resolve("e2e/target/platform");
    var base = String.valueOf(freeBase());
    var launching =
        new Launching(
            root,
            data,
            Map.of(
                "LATCHKEY_DATA", data.toString(),
                "LATCHKEY_PORT_BASE", base,
                "LATCHKEY_PORT", base));
    launching.begin();
    return launching;
  }

  private void begin() {
    // What an earlier run left, should it have been killed.
    var unused = dev("down");
    delete(data);
    System.out.println(dev("up", "--detach"));
  }

  /** True when the platform is of this run alone. */
  boolean isOwn() {
    return ATTACH.isEmpty();
  }

  void stop() {
    if (isOwn()) {
      var unused = dev("down");
    }
  }

  /** Runs {@code ./dev}; fails with what it said. */
  String dev(String... words) {
    var command = new ArrayList<>(List.of(root.resolve("dev").toString()));
    command.addAll(List.of(words));
    var result = Shell.run(root, environment, command, PATIENCE_S);
    if (result.code() != 0) {
      throw new AssertionError(command + ": " + result.output() + result.errors());
    }
    return result.output();
  }

  /** A process by name, as it is now. */
  RunningProcess process(String name) {
    return RunningProcess.of(pid(name));
  }

  long pid(String name) {
    return state(data).at("/processes/" + name + "/pid").asLong();
  }

  int port(String name) {
    return state(data).at("/ports/" + name).asInt();
  }

  String superuserPassword() {
    return read(data.resolve("postgres.superuser")).strip();
  }

  /** A port that nobody listens on. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freeBase() {
    return IntStream.range(0, BASES)
        .map(i -> FIRST_BASE + i * PORTS_A_BASE)
        .filter(base -> IntStream.range(base, base + PORTS_A_BASE).allMatch(Launching::free))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free ports from " + FIRST_BASE));
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static JsonNode state(Path data) {
    return Json.read(read(data.resolve("up.json")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    return root.resolve("e2e/target/scratch");
  }
}
