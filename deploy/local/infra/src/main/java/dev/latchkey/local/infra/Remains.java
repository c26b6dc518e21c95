package dev.latchkey.local.infra;

import dev.latchkey.local.infra.store.Directories;
import dev.latchkey.local.infra.store.Processes;
import dev.latchkey.local.infra.store.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What test runs that were killed have left: directories beside ours that nobody holds, and servers
 * in them.
 */
final class Remains {

  /** Says that a directory is a test run's own and may be deleted. */
  private static final String MARK = "temporary";

  private Remains() {}

  /**
   * Marks a directory for deletion at the end.
   *
   * @throws IllegalArgumentException when somebody else's files are in it
   */
  static void mark(Path directory) throws IOException {
    var mark = directory.resolve(MARK);
    if (!Files.exists(mark)) {
      try (var files = Files.list(directory)) {
        if (files.anyMatch(file -> !file.endsWith(DirectoryLock.NAME))) {
          throw new IllegalArgumentException(
              "keep=false would delete " + directory + ", which is not empty");
        }
      }
      Files.createFile(mark);
    }
  }

  /** Ends and deletes them: every neighbour that was a run of this program and is none now. */
  static void sweep(Path directory) throws IOException {
    for (var neighbour : neighbours(directory)) {
      try (var lock = DirectoryLock.tryTake(neighbour).orElse(null)) {
        if (lock != null) {
          Processes.endLeftovers("postgres", neighbour.resolve("postgres"), Signal.INT);
          Processes.endLeftovers("redis-server", neighbour.resolve("redis"), Signal.TERM);
          delete(neighbour);
        }
      } catch (NoSuchFileException e) {
        // Its own run has just deleted it.
        continue;
      }
    }
  }

  /** Deletes a directory as far as that is possible: nothing that matters is in it. */
  static void delete(Path directory) {
    try {
      Directories.delete(directory);
    } catch (IOException | UncheckedIOException e) {
      System.err.println(directory + " can not be deleted: " + e);
    }
  }

  private static List<Path> neighbours(Path directory) throws IOException {
    var neighbours = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(directory.resolveSibling("."))) {
      for (var file : files) {
        var neighbour = file.normalize();
        if (!neighbour.equals(directory)
            && Files.exists(neighbour.resolve(DirectoryLock.NAME))
            && Files.exists(neighbour.resolve(MARK))) {
          neighbours.add(neighbour);
        }
      }
    }
    return neighbours;
  }
}
