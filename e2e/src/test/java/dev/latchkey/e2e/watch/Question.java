package dev.latchkey.e2e.watch;

import dev.latchkey.e2e.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What one line of one panel of a dashboard asks Prometheus. */
record Question(String dashboard, String panel, String expression) {

  /** Grafana fills this in: some scrapes long. */
  private static final String INTERVAL = "$__rate_interval";

  /** Those of all dashboards. */
  static List<Question> all(Path dashboards) {
    try (var files = Files.list(dashboards)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(Question::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Question> of(Path file) {
    try {
      var dashboard = Json.read(Files.readString(file));
      var title = dashboard.path("title").asText();
      return dashboard
          .path("panels")
          .valueStream()
          .flatMap(panel ->
              panel
                  .path("targets")
                  .valueStream()
                  .map(target ->
                      new Question(
                          title,
                          panel.path("title").asText(),
                          target.path("expr").asText().replace(INTERVAL, "1m"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
