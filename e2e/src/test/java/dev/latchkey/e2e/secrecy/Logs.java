package dev.latchkey.e2e.secrecy;

import dev.latchkey.e2e.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that a platform writes for people to read. */
final class Logs {

  private static final int SHORTEST_KEY = 20;

  /** What the launcher told the person at the keyboard: it names the seeded people. */
  private static final String TERMINAL = "up.log";

  private Logs() {}

  /** Every log below the platform's directory, with its text. */
  static Map<String, String> of(Path data) {
    var logs = new TreeMap<String, String>();
    try (var files = Files.walk(data, 3)) {
      for (var file : files.filter(path -> path.toString().endsWith(".log")).toList()) {
        if (!file.endsWith(TERMINAL)
            && Files.isRegularFile(file)
            && !file.startsWith(data.resolve("kafka"))) {
          logs.put(data.relativize(file).toString(), read(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return logs;
  }

  /** Keys and passwords of this installation. */
  static List<String> houseSecrets(Path data) {
    try {
      return Json.read(read(data.resolve("secrets.json")))
          .valueStream()
          .map(value -> value.asText())
          .filter(text -> text.length() >= SHORTEST_KEY)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
