package dev.latchkey.e2e.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** One line a round, written as it ends: what a run was is readable while it goes on. */
final class ChaosLog {

  private final Path file;

  ChaosLog(Path file) {
    this.file = file;
  }

  /** Notes a round. */
  void line(Fault fault, int round, long seed, Duration took, Deeds deeds, String verdict) {
    var text =
        String.format(
            Locale.ROOT,
            "%-34s round=%d seed=%d seconds=%.1f deeds=%d refused=%d %s%n",
            fault,
            round,
            seed,
            took.toMillis() / 1000.0,
            deeds.count(),
            deeds.refused(),
            verdict);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
