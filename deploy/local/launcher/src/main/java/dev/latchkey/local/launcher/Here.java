package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.RunningState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which installation a command is about. */
final class Here {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the platform's data (default: $LATCHKEY_DATA, else .run/data).")
  private @Nullable Path folder;

  Installation installation() {
    return Installation.of(Optional.ofNullable(folder));
  }

  /** Like that, with a folder of its own where none is named. */
  Installation installationOr(Path ownFolder) {
    return Installation.of(Optional.of(folder == null ? ownFolder : folder));
  }

  /**
   * What runs.
   *
   * @throws IOException with a sentence when nothing does
   */
  RunningState running() throws IOException {
    return RunningState.of(installation())
        .orElseThrow(() -> new IOException("nothing runs here; ./dev up starts it"));
  }
}
