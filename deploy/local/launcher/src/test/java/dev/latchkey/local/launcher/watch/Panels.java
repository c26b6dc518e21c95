package dev.latchkey.local.launcher.watch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of {@code panels/}: what a dashboard shows, without what Grafana wants besides. */
record Panels(String title, String tells, List<Row> rows) {

  private static final YAMLMapper YAML = new YAMLMapper();

  Panels {
    rows = List.copyOf(rows);
  }

  static Panels read(Path file) {
    try {
      return YAML.readValue(file.toFile(), Panels.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files, by name. */
  static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<Panel> all() {
    return rows.stream().flatMap(row -> row.panels().stream());
  }

  /** Panels side by side, all of one width. */
  record Row(String title, List<Panel> panels) {
    Row {
      panels = List.copyOf(panels);
    }
  }

  /**
   * One panel.
   *
   * @param unit as Grafana names it
   * @param ask what Prometheus is asked, by how the answer's lines are called
   */
  record Panel(
      String title,
      String tells,
      Kind kind,
      String unit,
      Map<String, String> ask,
      @JsonProperty("red above") @Nullable Double redAbove,
      @JsonProperty("red below") @Nullable Double redBelow) {}

  /** How it is drawn. */
  enum Kind {
    /** The last value, large. */
    @JsonProperty("number")
    NUMBER,
    /** Each by itself over time. */
    @JsonProperty("line")
    LINE,
    /** Parts of a whole over time. */
    @JsonProperty("stack")
    STACK
  }
}
