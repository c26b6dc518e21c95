package dev.latchkey.local.launcher.build;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Leash;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code latch} of this checkout, installed as anybody would: in {@code .run/latch}. */
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
    var home = house.run().resolve("latch");
    var stamp = home.resolve("sources");
    var sources = Sources.of(house.root(), Modules.read(house.root()).closure(MODULE));
    var now = sources.fingerprint();
    var program = home.resolve("bin/latch");
    if (!Files.exists(program) || !Files.exists(stamp) || !Files.readString(stamp).equals(now)) {
      install(home);
      Files.writeString(stamp, now);
    }
    return program.resolveSibling("");
  }

  private void install(Path home) throws IOException, InterruptedException {
    progress.say("building latch");
    new Maven(house)
        .quietly(
            progress,
            "package",
            "-pl",
            MODULE,
            "-am",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true");
    var installer = house.root().resolve("cli/target/latch/latch/install.sh");
    var command = Leash.foreign(List.of(installer.toString(), home.toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("latch could not be installed: " + said.strip());
    }
  }
}
