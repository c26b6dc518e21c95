package dev.latchkey.local.launcher.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTest {

  @TempDir Path one;
  @TempDir Path other;

  @Test
  void the_same_files_do_not_differ() throws IOException {
    build(one, "same");
    build(other, "same");

    assertThat(Artefacts.in(one).differences(Artefacts.in(other))).isEmpty();
    assertThat(Artefacts.in(one).list()).isEqualTo(Artefacts.in(other).list());
    assertThat(Artefacts.in(one).size()).isEqualTo(Artefacts.modules().size());
  }

  @Test
  void a_file_with_another_byte_and_one_that_is_there_once_are_named() throws IOException {
    build(one, "this");
    build(other, "this");
    Files.writeString(other.resolve("web/target/quarkus-app/program"), "that");
    Files.writeString(other.resolve("cli/target/latch/more"), "");

    assertThat(Artefacts.in(one).differences(Artefacts.in(other)))
        .containsExactly("cli/target/latch/more", "web/target/quarkus-app/program");
  }

  @Test
  void of_two_jars_the_entries_that_differ_are_named() throws IOException {
    jar(one.resolve("a.jar"), "this", 0);
    jar(other.resolve("a.jar"), "that", 0);
    assertThat(JarDifference.between(one.resolve("a.jar"), other.resolve("a.jar")))
        .containsExactly("entry");

    jar(other.resolve("a.jar"), "this", 1_000_000_000_000L);
    assertThat(JarDifference.between(one.resolve("a.jar"), other.resolve("a.jar")))
        .containsExactly("the same entries in another order or of another time");
  }

  private static void build(Path root, String text) throws IOException {
    for (var module : Artefacts.modules()) {
      var folder = module.equals("cli") ? "latch" : "quarkus-app";
      var target = Files.createDirectories(root.resolve(module).resolve("target").resolve(folder));
      Files.writeString(target.resolve("program"), text);
    }
  }

  private static void jar(Path file, String text, long time) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(file))) {
      var entry = new JarEntry("entry");
      entry.setTime(time);
      out.putNextEntry(entry);
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }
}
