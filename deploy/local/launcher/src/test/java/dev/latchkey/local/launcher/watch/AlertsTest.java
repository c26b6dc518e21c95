package dev.latchkey.local.launcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of deploy/observability, by Prometheus' own program where it is installed. */
class AlertsTest {

  private static final Path FOLDER = Metrics.ROOT.resolve("deploy/observability");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\S+)");
  private static final Pattern RULE = Pattern.compile("- (?:alert|record): ");

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "slo"})
  void prometheus_takes_the_rules(String name) throws IOException, InterruptedException {
    var rules = RULE.matcher(text(name)).results().count();

    assertThat(Promtool.says(FOLDER, "check", "rules", name + ".yaml"))
        .contains(rules + " rules found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "slo"})
  void alerts_come_when_they_should_and_not_before(String name)
      throws IOException, InterruptedException {
    assertThat(Promtool.says(FOLDER, "test", "rules", name + ".test.yaml")).contains("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "slo"})
  void every_alert_is_tested(String name) throws IOException {
    var tests = text(name + ".test");

    assertThat(ALERT.matcher(text(name)).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allMatch(alert -> tests.contains("alertname: " + alert));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "slo"})
  void every_alert_says_what_to_do(String name) throws IOException {
    var rules = text(name);
    var runbooks =
        Pattern.compile("runbook_url: (\\S+)")
            .matcher(rules)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(runbooks).hasSize((int) ALERT.matcher(rules).results().count());
    assertThat(runbooks).allSatisfy(page -> assertThat(Metrics.ROOT.resolve(page)).isRegularFile());
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name + ".yaml"));
  }
}
