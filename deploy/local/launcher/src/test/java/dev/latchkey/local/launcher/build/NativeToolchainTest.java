package dev.latchkey.local.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeToolchainTest {

  @TempDir Path machine;

  @Test
  void a_machine_without_one_has_none() {
    var found = NativeToolchain.in(Map.of("PATH", path()), machine.resolve("jdk"));

    assertThat(found).isEmpty();
  }

  @Test
  void it_is_found_on_the_path() throws IOException {
    var there = program("usr/bin");

    var found = NativeToolchain.in(Map.of("PATH", path()), machine.resolve("jdk"));

    assertThat(found).contains(new NativeToolchain(there));
  }

  @Test
  void the_jdk_may_have_one_and_goes_before_the_path() throws IOException {
    program("usr/bin");
    var there = program("jdk/bin");

    var found = NativeToolchain.in(Map.of("PATH", path()), machine.resolve("jdk"));

    assertThat(found).contains(new NativeToolchain(there));
  }

  @Test
  void what_was_named_goes_before_all() throws IOException {
    program("usr/bin");
    program("jdk/bin");
    var there = program("graalvm/bin");
    var environment = Map.of("PATH", path(), "GRAALVM_HOME", machine.resolve("graalvm").toString());

    var found = NativeToolchain.in(environment, machine.resolve("jdk"));

    assertThat(found).contains(new NativeToolchain(there));
  }

  private String path() {
    return machine.resolve("bin") + ":" + machine.resolve("usr/bin");
  }

  private Path program(String folder) throws IOException {
    var program = machine.resolve(folder).resolve("native-image");
    Files.createDirectories(program.resolveSibling("."));
    Files.createFile(program);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
