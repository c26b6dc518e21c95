package dev.latchkey.local.launcher.build;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keycloak, from Maven Central, for whoever wants to be compared with it. */
public final class PeerProgram {

  private static final String VERSION = "26.7.3";
  private static final String NAME = "keycloak-" + VERSION;

  private final House house;
  private final Progress progress;

  public PeerProgram(House house, Progress progress) {
    this.house = house;
    this.progress = progress;
  }

  /** Where it is unpacked; fetches it the first time. */
  public Path folder() throws IOException, InterruptedException {
    var programs = house.run().resolve("programs");
    var folder = programs.resolve(NAME);
    if (!Files.isExecutable(folder.resolve("bin/kc.sh"))) {
      progress.say("fetching " + NAME);
      new Maven(house)
          .quietly(
              progress,
              "-N",
              "dependency:unpack",
              "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":tar.gz",
              "-DoutputDirectory=" + programs);
    }
    return folder;
  }
}
