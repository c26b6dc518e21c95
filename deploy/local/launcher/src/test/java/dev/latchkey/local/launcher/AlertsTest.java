package dev.latchkey.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alerts of deploy/observability, by Prometheus' own program where it is installed. */
class AlertsTest {

  private static final Path ROOT = Path.of(System.getProperty("latchkey.root", "../../.."));
  private static final Path FOLDER = ROOT.resolve("deploy/observability");

  @Test
  void prometheus_takes_the_rules() throws IOException, InterruptedException {
    assertThat(promtool("check", "rules", "alerts.yaml")).contains(alerts() + " rules found");
  }

  @Test
  void alerts_come_when_they_should_and_not_before() throws IOException, InterruptedException {
    assertThat(promtool("test", "rules", "alerts.test.yaml")).contains("SUCCESS");
  }

  @Test
  void every_alert_says_what_to_do() throws IOException {
    var rules = Files.readString(FOLDER.resolve("alerts.yaml"));
    var runbooks =
        Pattern.compile("runbook_url: (\\S+)")
            .matcher(rules)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(runbooks).hasSize(alerts());
    assertThat(runbooks).allSatisfy(page -> assertThat(ROOT.resolve(page)).isRegularFile());
  }

  private static int alerts() throws IOException {
    var rules = Files.readString(FOLDER.resolve("alerts.yaml"));
    return Pattern.compile("- alert: ").split(rules, -1).length - 1;
  }

  private static String promtool(String... words) throws IOException, InterruptedException {
    assumeTrue(installed(), "promtool is not installed (Debian: prometheus)");
    var command = Stream.concat(Stream.of("promtool"), Stream.of(words)).toList();
    var process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as("%s", said).isZero();
    return said;
  }

  private static boolean installed() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve("promtool")));
  }
}
