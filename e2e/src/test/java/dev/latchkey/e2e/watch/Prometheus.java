package dev.latchkey.e2e.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Prometheus that scrapes this platform as deploy/observability says, but more often. */
final class Prometheus implements AutoCloseable {

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(30));
  private static final List<String> JOBS =
      List.of("auth-service", "mfa-service", "token-service", "notification-service", "web");

  private final Api api;
  private final Process process;

  private Prometheus(Api api, Process process) {
    this.api = api;
    this.process = process;
  }

  /** True when this machine has one. */
  static boolean possible() {
    return Shell.has("prometheus");
  }

  static Prometheus of(Platform platform) {
    try {
      var folder =
          Files.createTempDirectory(Files.createDirectories(platform.scratch()), "prometheus");
      var settings = Files.writeString(folder.resolve("prometheus.yml"), settings(platform));
      int port = freePort();
      var process =
          new ProcessBuilder(
                  "prometheus",
                  "--config.file=" + settings,
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=127.0.0.1:" + port)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("prometheus.log").toFile())
              .start();
      var api = new Api(URI.create("http://127.0.0.1:" + port));
      await("Prometheus is ready")
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> api.get("/-/ready").send().status() == 200);
      return new Prometheus(api, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String settings(Platform platform) {
    var rules = platform.root().resolve("deploy/observability");
    var jobs = JOBS.stream().map(part -> job(platform, part)).collect(Collectors.joining());
    return """
    global:
      scrape_interval: 3s
      evaluation_interval: 3s
    rule_files:
      - %s
      - %s
    scrape_configs:
    """
            .formatted(rules.resolve("alerts.yaml"), rules.resolve("slo.yaml"))
        + jobs;
  }

  private static String job(Platform platform, String part) {
    return """
      - job_name: latchkey-%s
        metrics_path: /q/metrics
        static_configs:
          - targets: ["127.0.0.1:%d"]
    """
        .formatted(part.replace("-service", ""), platform.port(part + ".internal"));
  }

  /** What an expression gives now, one element a series. */
  List<JsonNode> ask(String expression) {
    var path = "/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8);
    var answer = Json.read(api.get(path).send().body());
    if (!answer.path("status").asText().equals("success")) {
      throw new AssertionError(expression + ": " + answer.path("error").asText());
    }
    return answer.at("/data/result").valueStream().toList();
  }

  /** All rules that were loaded: name, type, health, lastError, query. */
  List<JsonNode> rules() {
    var answer = Json.read(api.get("/api/v1/rules").send().body());
    return answer
        .at("/data/groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
