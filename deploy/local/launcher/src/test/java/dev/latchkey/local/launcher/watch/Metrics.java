package dev.latchkey.local.launcher.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics of docs/metrics.md, and the meters of the sources. */
final class Metrics {

  static final Path ROOT = Path.of(System.getProperty("latchkey.root"));

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
  private static final Pattern METER = Pattern.compile("\"latchkey[.]([a-z.]*[a-z])\"");
  private static final Pattern NOTED =
      Pattern.compile("(?:note|answer)\\(\\s*\"([a-z]+(?:[.][a-z]+)*)\"");
  private static final Pattern SETTING = Pattern.compile("@Config(?:Property|Mapping)\\([^)]*\\)");

  private Metrics() {}

  /** The names of the page, a timer as one. */
  static Set<String> listed() {
    return ROW.matcher(text(ROOT.resolve("docs/metrics.md")))
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the page as Prometheus has them: a timer is three. */
  static Set<String> series() {
    var series = new TreeSet<>(Set.of("up", "ALERTS"));
    for (var name : listed()) {
      series.add(name);
      if (name.endsWith("_seconds")) {
        Stream.of("_count", "_sum", "_max", "_bucket").forEach(part -> series.add(name + part));
      }
    }
    return series;
  }

  /** Whether a name is that of a meter, with what Prometheus appends to it. */
  static boolean is(String name, String meter) {
    var words = meter.replace('.', '_');
    return Stream.of("", "_total", "_seconds", "_micros_total")
        .anyMatch(end -> name.equals("latchkey_" + words + end));
  }

  /** All meters of services and kits, without {@code latchkey.}, as far as a name is one word. */
  static Set<String> meters() {
    var meters = new TreeSet<String>();
    for (var file : sources()) {
      var source = text(file);
      if (source.contains("MeterRegistry")) {
        METER
            .matcher(SETTING.matcher(source).replaceAll(""))
            .results()
            .forEach(found -> meters.add(found.group(1)));
      } else if (source.contains("OutcomeLog ")) {
        NOTED.matcher(source).results().forEach(found -> meters.add(found.group(1)));
      }
    }
    // Outcomes in notification-service puts them together.
    Stream.of("mail.delivery", "sms.delivery").forEach(meters::add);
    return meters;
  }

  private static Set<Path> sources() {
    var modules =
        Stream.of("auth-service", "mfa-service", "token-service", "notification-service", "web");
    return Stream.concat(modules, Stream.of("kit/budget", "kit/outbox", "kit/identity"))
        .map(module -> ROOT.resolve(module).resolve("src/main/java"))
        .flatMap(Metrics::below)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> below(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
