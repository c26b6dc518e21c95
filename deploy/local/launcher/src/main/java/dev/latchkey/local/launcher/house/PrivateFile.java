package dev.latchkey.local.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that only their owner reads, replaced as a whole. */
final class PrivateFile {

  private PrivateFile() {}

  /** Writes; a reader sees the old text or the new one. */
  static void write(Path path, String text) throws IOException {
    // Temporary files are their owner's alone from the first byte.
    var fresh = Files.createTempFile(path.resolveSibling("").normalize(), ".", ".fresh");
    Files.writeString(fresh, text);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
