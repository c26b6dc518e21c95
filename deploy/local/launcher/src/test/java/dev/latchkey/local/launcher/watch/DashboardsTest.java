package dev.latchkey.local.launcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardsTest {

  private static final Path FOLDER = Metrics.ROOT.resolve("deploy/observability");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("latchkey.golden"));
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern ASKED = Pattern.compile("\\b(?:up|ALERTS|[a-z]+(?:_[a-z]+)+)\\b");

  /** Words of PromQL that look like a name. */
  private static final Pattern SPEECH = Pattern.compile("sort_desc|\\b(?:by|on) *\\([^)]*\\)");

  static List<Path> files() {
    return Panels.files(FOLDER.resolve("panels"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_dashboard_is_what_its_panels_make(Path file) throws IOException {
    var dashboard = FOLDER.resolve("dashboards").resolve(name(file) + ".json");
    var expected = Dashboard.draw(name(file), Panels.read(file));
    if (REWRITE) {
      Files.writeString(dashboard, expected);
    }

    assertThat(dashboard).hasContent(expected);
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_panel_says_what_it_shows_and_in_which_unit(Path file) {
    var titles = new HashSet<String>();

    assertThat(Panels.read(file).all())
        .isNotEmpty()
        .allSatisfy(panel -> {
          assertThat(panel.tells()).hasSizeGreaterThan(20).endsWith(".");
          assertThat(panel.unit()).isIn("short", "s", "reqps", "percentunit");
          assertThat(panel.ask()).isNotEmpty();
          assertThat(titles.add(panel.title())).as(panel.title()).isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_panel_asks_for_what_nobody_exports(Path file) {
    var series = Metrics.series();

    for (var panel : Panels.read(file).all().toList()) {
      for (var question : panel.ask().values()) {
        var plain = STRING.matcher(question).replaceAll("");
        var names = ASKED.matcher(labelless(SPEECH.matcher(plain).replaceAll(""))).results();
        assertThat(names.map(found -> found.group()).toList())
            .as(question)
            .isNotEmpty()
            .allMatch(series::contains);
      }
    }
  }

  @Test
  void prometheus_understands_every_question(@TempDir Path folder) throws Exception {
    var questions =
        files().stream()
            .flatMap(file -> Panels.read(file).all())
            .flatMap(panel -> panel.ask().values().stream())
            .map(question -> question.replace("$__rate_interval", "1m"))
            .distinct()
            .toList();
    var rules =
        IntStream.range(0, questions.size())
            .mapToObj(i ->
                "      - record: panel:%d\n        expr: %s\n"
                    .formatted(i, new ObjectMapper().valueToTree(questions.get(i))))
            .collect(Collectors.joining("", "groups:\n  - name: panels\n    rules:\n", ""));
    Files.writeString(folder.resolve("panels.yaml"), rules);

    assertThat(Promtool.says(folder, "check", "rules", "panels.yaml"))
        .contains(questions.size() + " rules found");
  }

  @Test
  void the_cluster_gets_every_dashboard() throws IOException {
    var component = Files.readString(FOLDER.resolve("kustomization.yaml"));

    for (var file : files()) {
      var name = name(file);
      assertThat(component).contains("latchkey-%s.json=dashboards/%s.json".formatted(name, name));
    }
    assertThat(Panels.files(FOLDER.resolve("dashboards"))).hasSameSizeAs(files());
  }

  private static String labelless(String question) {
    return question.replaceAll("\\{[^}]*}", "");
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }
}
