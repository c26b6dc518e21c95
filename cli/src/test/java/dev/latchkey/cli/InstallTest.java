package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script that people install with, on a package whose jar is empty: which commands it makes.
 */
class InstallTest {

  @TempDir Path folder;
  private Path script;
  private Path bin;

  @BeforeEach
  void a_package_is_unpacked() throws IOException {
    var unpacked =
        Files.createDirectories(folder.resolve("latch/lib")).resolveSibling("install.sh");
    script = Files.copy(Path.of("src/main/dist/install.sh"), unpacked);
    Files.createFile(folder.resolve("latch/lib/cli.jar"));
    bin = folder.resolve("home/bin");
  }

  private int install(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    var unused = process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  @Test
  void people_get_latch_alone() throws Exception {
    int code = install(home());

    assertThat(code).isZero();
    assertThat(bin)
        .isDirectoryContaining("glob:**/latch")
        .isDirectoryNotContaining("glob:**/latch-*");
  }

  @Test
  void operators_get_their_command_beside_it() throws Exception {
    int code = install("--operator", home());

    assertThat(code).isZero();
    assertThat(bin.resolve("latch")).content().contains(" dev.latchkey.cli.Latch \"$@\"");
    assertThat(bin.resolve("latch-operator"))
        .isExecutable()
        .content(StandardCharsets.UTF_8)
        .contains(" dev.latchkey.cli.operator.LatchOperator \"$@\"", "-CreateCoredumpOnCrash");
  }

  @Test
  void the_operators_command_goes_when_latch_alone_is_installed_again() throws Exception {
    int first = install("--operator", home());
    int second = install(home());

    assertThat(first + second).isZero();
    assertThat(bin.resolve("latch-operator")).doesNotExist();
  }

  @Test
  void a_command_of_that_name_that_is_not_ours_stays() throws Exception {
    Files.createDirectories(bin);
    Files.writeString(bin.resolve("latch-operator"), "#!/bin/sh\n");

    int code = install(home());

    assertThat(code).isZero();
    assertThat(bin.resolve("latch-operator")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--operators", "-o", "--operator --operator", "home --operator"})
  void what_is_not_understood_installs_nothing(String words) throws Exception {
    int code = install(words.split(" "));

    assertThat(code).isNotZero();
    assertThat(folder.resolve("home")).doesNotExist();
  }
}
