package dev.latchkey.local.launcher.supply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;

/** In what two jars differ, for whoever has to find out why. */
final class JarDifference {

  private JarDifference() {}

  /**
   * A line an entry; a line of its own where entries are the same and their order or time is not.
   */
  static List<String> between(Path one, Path other) throws IOException {
    var first = entries(one);
    var second = entries(other);
    var all = new TreeSet<>(first.keySet());
    all.addAll(second.keySet());
    var lines = new ArrayList<String>();
    for (var name : all) {
      if (!first.getOrDefault(name, "").equals(second.getOrDefault(name, ""))) {
        lines.add(name);
      }
    }
    return lines.isEmpty()
        ? List.of("the same entries in another order or of another time")
        : lines;
  }

  private static Map<String, String> entries(Path jar) throws IOException {
    var sums = new LinkedHashMap<String, String>();
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        try (var content = file.getInputStream(entry)) {
          sums.put(entry.getName(), Artefacts.sum(content.readAllBytes()));
        }
      }
    }
    return sums;
  }
}
