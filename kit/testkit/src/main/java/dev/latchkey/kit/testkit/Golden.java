package dev.latchkey.kit.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the repository that must say exactly what the code makes: samples, tables, API
 * documents. {@code ./dev golden}, or {@code -Dlatchkey.golden=rewrite}, writes it anew; a reviewer
 * then sees the difference.
 */
public final class Golden {

  private final Path file;

  private Golden(Path file) {
    this.file = file;
  }

  /** A file of this module's tests, {@code src/test/resources/golden/<name>}. */
  public static Golden sample(String name) {
    return new Golden(Path.of("src/test/resources/golden").resolve(name).toAbsolutePath());
  }

  /** A file of the repository, such as {@code docs/errors.md}. */
  public static Golden document(String path) {
    return new Golden(InfraProcess.root().resolve(path));
  }

  static Golden at(Path file) {
    return new Golden(file);
  }

  /** Compares, or rewrites when asked to. The file ends with exactly one newline. */
  public void mustSay(String actual) {
    var text = actual.stripTrailing() + "\n";
    if ("rewrite".equals(System.getProperty("latchkey.golden"))) {
      write(text);
    } else if (!text.equals(text())) {
      throw new AssertionError(
          "%s is not what the code says now. If the change is meant: ./dev golden.%n%s"
              .formatted(file, firstDifference(text(), text)));
    }
  }

  private static String firstDifference(String golden, String actual) {
    var before = golden.lines().toList();
    var after = actual.lines().toList();
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return "line %d%n  file: %s%n  code: %s"
        .formatted(
            line + 1,
            line < before.size() ? before.get(line) : "(ends)",
            line < after.size() ? after.get(line) : "(ends)");
  }

  /** What the file says now; empty when there is none. */
  String text() {
    try {
      return Files.exists(file) ? Files.readString(file, UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
