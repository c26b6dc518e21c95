package dev.latchkey.local.launcher.build;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Leash;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code latch} and {@code latch-operator} of this checkout, installed as anybody would: in {@code
 * .run/latch}. On the JVM, which takes seconds to build; as an executable where one was asked for,
 * until a source changes.
 */
public final class LatchProgram {

  private static final String MODULE = "cli";

  private final House house;
  private final Progress progress;

  public LatchProgram(House house, Progress progress) {
    this.house = house;
    this.progress = progress;
  }

  /** The folder for the path; builds and installs what is stale. */
  public Path folder() throws IOException, InterruptedException {
    var now = fingerprint();
    if (!Files.exists(program())
        || !Files.exists(program().resolveSibling("latch-operator"))
        || !Files.exists(stamp())
        || !Files.readString(stamp()).equals(now)) {
      progress.say("building latch");
      install("latch", List.of());
      Files.writeString(stamp(), now);
    }
    return program().resolveSibling("");
  }

  /** Builds the executable and installs that; the program. */
  public Path executable() throws IOException, InterruptedException {
    var toolchain = NativeToolchain.here().orElseThrow(() -> new IOException(NativeToolchain.NONE));
    var now = fingerprint();
    progress.say("building latch with " + toolchain.program() + "; this takes minutes");
    Files.deleteIfExists(stamp());
    install("latch-native", List.of("-Dnative"));
    Files.writeString(stamp(), now);
    if (!Files.exists(home().resolve("lib/latch/latch"))) {
      throw new IOException(
          "the executable was built and does not run here: " + built("latch-native"));
    }
    return program();
  }

  private Path home() {
    return house.run().resolve("latch");
  }

  private Path program() {
    return home().resolve("bin/latch");
  }

  /** What it was built from. */
  private Path stamp() {
    return home().resolve("sources");
  }

  private Path built(String name) {
    return house.root().resolve("cli/target").resolve(name).resolve("latch");
  }

  private String fingerprint() throws IOException {
    return Sources.of(house.root(), Modules.read(house.root()).closure(MODULE)).fingerprint();
  }

  private void install(String name, List<String> more) throws IOException, InterruptedException {
    var arguments =
        new ArrayList<>(
            List.of(
                "package",
                "-pl",
                MODULE,
                "-am",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true"));
    arguments.addAll(more);
    new Maven(house).quietly(progress, arguments.toArray(String[]::new));
    var installer = built(name).resolve("install.sh");
    var command = Leash.foreign(List.of(installer.toString(), "--operator", home().toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("latch could not be installed: " + said.strip());
    }
  }
}
