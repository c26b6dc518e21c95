package dev.latchkey.cli.credential;

import com.sun.security.auth.module.UnixSystem;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is this user's alone: how that is made, and whether something is. */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(EnumSet.copyOf(DIRECTORY));
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private OwnerOnly() {}

  /** For a new file. The umask may take the owner's own rights away: {@link #restore} after it. */
  static FileAttribute<Set<PosixFilePermission>> mode() {
    return PosixFilePermissions.asFileAttribute(FILE);
  }

  static void restore(Path file) throws IOException {
    Files.setPosixFilePermissions(file, FILE);
  }

  /** The directory of a file, made where it is missing, with those above it, as XDG has it. */
  static Path directory(Path file) throws IOException {
    var directory = parent(file);
    make(directory);
    return directory;
  }

  private static void make(Path directory) throws IOException {
    if (Files.exists(directory)) {
      return;
    }
    var above = directory.getParent();
    if (above != null) {
      make(above);
    }
    try {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
      Files.setPosixFilePermissions(directory, DIRECTORY);
    } catch (FileAlreadyExistsException raced) {
      // Another latch made it a moment ago; what it is like is looked at before it is used.
    }
  }

  private static Path parent(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
  }

  /** Whether the file is there; refuses what is not ours alone. */
  static boolean has(Path path) throws IOException {
    var directory = attributes(parent(path));
    if (directory != null) {
      if (directory.isSymbolicLink()) {
        throw unsafe(path, "is in a directory that is a link, and is not followed");
      }
      // Who may write into the directory may put another file in this one's place.
      refuse(
          path,
          parent(path),
          directory,
          OTHERS_WRITE,
          "is in a directory that others can write to");
    }
    var file = attributes(path);
    if (file == null) {
      return false;
    }
    if (!file.isRegularFile()) {
      throw unsafe(path, "is not a plain file but a link or something else, and is not followed");
    }
    refuse(
        path, path, file, OTHERS, "can be read by others: what is in it may be known; delete it");
    return true;
  }

  private static void refuse(
      Path path,
      Path looked,
      PosixFileAttributes found,
      Set<PosixFilePermission> forbidden,
      String why)
      throws IOException {
    if (found.permissions().stream().anyMatch(forbidden::contains)) {
      throw unsafe(path, why);
    }
    // By number: in a container the user may have no name.
    var owner = (Integer) Files.getAttribute(looked, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (owner != new UnixSystem().getUid()) {
      throw unsafe(path, "belongs to somebody else, or its directory does");
    }
  }

  private static @Nullable PosixFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  static Failure unsafe(Path path, String why) {
    return new Failure(ExitCode.UNSAFE, "latch_unsafe_file", path + " " + why + ".");
  }
}
