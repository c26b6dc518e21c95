package dev.latchkey.kit.testkit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Files are small, folders are not crowded, each package says what it is for. */
final class FileRules {

  private static final int LONGEST_FILE = 300;
  private static final int MOST_FILES = 20;
  private static final Pattern STAR = Pattern.compile("\\b(select|returning)\\s+(\\w+\\.)?\\*");

  private FileRules() {}

  static Stream<DynamicTest> of(Path sources) {
    return Stream.of(
        DynamicTest.dynamicTest(
            "no file is longer than " + LONGEST_FILE + " lines",
            () -> none(tooLong(sources), "split it by what its parts do")),
        DynamicTest.dynamicTest(
            "no package has more than " + MOST_FILES + " files",
            () -> none(crowded(sources), "it is two features: give each its package")),
        DynamicTest.dynamicTest(
            "every package says what it is for",
            () ->
                none(
                    silent(sources.resolve("main/java")),
                    "add package-info.java with one paragraph and @NullMarked")),
        DynamicTest.dynamicTest(
            "every statement names its columns",
            () ->
                none(
                    starred(sources.resolve("main/java")),
                    "a prepared statement with * fails after a migration that adds a column")));
  }

  private static void none(List<Path> offenders, String cure) {
    if (!offenders.isEmpty()) {
      throw new AssertionError(offenders + ": " + cure);
    }
  }

  static List<Path> tooLong(Path sources) {
    return java(sources).stream()
        .filter(file -> text(file).lines().count() > LONGEST_FILE)
        .toList();
  }

  static List<Path> crowded(Path sources) {
    return packages(sources).entrySet().stream()
        .filter(entry -> entry.getValue() > MOST_FILES)
        .map(Map.Entry::getKey)
        .toList();
  }

  static List<Path> silent(Path sources) {
    return packages(sources).keySet().stream()
        .filter(folder -> !explained(folder.resolve("package-info.java")))
        .toList();
  }

  static List<Path> starred(Path sources) {
    return java(sources).stream().filter(file -> STAR.matcher(text(file)).find()).toList();
  }

  private static boolean explained(Path info) {
    if (!Files.exists(info)) {
      return false;
    }
    var text = text(info);
    return text.contains("/**") && text.contains("@NullMarked");
  }

  private static Map<Path, Long> packages(Path sources) {
    return java(sources).stream().collect(groupingBy(file -> file.resolveSibling(""), counting()));
  }

  private static List<Path> java(Path sources) {
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (var files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
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
