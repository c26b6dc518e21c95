package dev.latchkey.cli.credential;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that its owner alone can read, whatever the umask: mode 0600 in a directory of 0700. A
 * symbolic link in its place is refused, not followed: whoever could put one there decides where a
 * secret is written to, or whose token is used. So is a file that others can read, or that somebody
 * else owns: it has been read, or planted.
 */
public final class PrivateFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;

  public PrivateFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /** What is in it; empty when there is no such file. */
  Optional<String> read() {
    try {
      if (inspect().isEmpty()) {
        return Optional.empty();
      }
      try (var channel =
          FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        var bytes = Channels.newInputStream(channel).readAllBytes();
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw unsafe("cannot be read");
    }
  }

  /** Replaces what is in it, at once or not at all. */
  void write(String text) {
    try {
      var unused = inspect();
      var directory = privateDirectory();
      var written = Files.createTempFile(directory, ".", ".new", mode(OWNER_ONLY));
      try {
        fill(written, text);
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw unsafe("cannot be written");
    }
  }

  /** Makes it, empty; refuses when there is anything of that name. */
  @CanIgnoreReturnValue
  public PrivateFile reserve() {
    try {
      var made = Files.createFile(path, mode(OWNER_ONLY));
      // The umask may have taken the owner's own rights away.
      Files.setPosixFilePermissions(made, OWNER_ONLY);
      return this;
    } catch (FileAlreadyExistsException taken) {
      throw unsafe("exists already: nothing was written");
    } catch (IOException e) {
      throw unsafe("cannot be written");
    }
  }

  /** Writes into what was reserved. */
  public void fill(String text) {
    try {
      fill(path, text);
    } catch (IOException e) {
      throw unsafe("cannot be written");
    }
  }

  /** Takes away what was reserved, when nothing came of it. */
  public void releaseIfEmpty() {
    try {
      if (Files.size(path) == 0) {
        Files.delete(path);
      }
    } catch (IOException gone) {
      // An empty file stays behind, with nothing in it.
    }
  }

  /** One command at a time between reading and writing; others wait. */
  <T> T alone(Supplier<T> work) {
    try {
      var lock = privateDirectory().resolve(path.getFileName() + ".lock");
      try (var channel =
              FileChannel.open(
                  lock,
                  Set.of(
                      StandardOpenOption.CREATE,
                      StandardOpenOption.WRITE,
                      LinkOption.NOFOLLOW_LINKS),
                  mode(OWNER_ONLY));
          var held = channel.lock()) {
        return work.get();
      }
    } catch (IOException e) {
      throw unsafe("cannot be locked");
    }
  }

  private static void fill(Path file, String text) throws IOException {
    Files.setPosixFilePermissions(file, OWNER_ONLY);
    try (var channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      put(channel, text);
    }
  }

  private static void put(FileChannel channel, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  private Path privateDirectory() throws IOException {
    var directory = parent();
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          Optional.ofNullable(directory.getParent()).orElse(directory.getRoot()));
      Files.createDirectory(directory, mode(OWNER_ONLY_DIRECTORY));
      Files.setPosixFilePermissions(directory, OWNER_ONLY_DIRECTORY);
    }
    return directory;
  }

  private Path parent() {
    return Optional.ofNullable(path.toAbsolutePath().getParent()).orElseThrow();
  }

  /** The file as it is; empty when there is none. Refuses what is not ours alone. */
  private Optional<PosixFileAttributes> inspect() throws IOException {
    var directory = attributes(parent());
    if (directory != null) {
      // Who may write into the directory may put another file in this one's place.
      refuseOthers(
          directory,
          EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE),
          "is in a directory that others can write to");
    }
    var file = attributes(path);
    if (file == null) {
      return Optional.empty();
    }
    if (!file.isRegularFile()) {
      throw unsafe("is not a plain file but a link or something else, and is not followed");
    }
    var others = EnumSet.allOf(PosixFilePermission.class);
    others.removeAll(OWNER_ONLY_DIRECTORY);
    refuseOthers(file, others, "can be read by others: what is in it may be known; delete it");
    return Optional.of(file);
  }

  private void refuseOthers(
      PosixFileAttributes found, Set<PosixFilePermission> forbidden, String why) {
    if (found.permissions().stream().anyMatch(forbidden::contains)) {
      throw unsafe(why);
    }
    if (!found.owner().getName().equals(System.getProperty("user.name"))) {
      throw unsafe("belongs to somebody else");
    }
  }

  private static @Nullable PosixFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  private Failure unsafe(String why) {
    return new Failure(ExitCode.UNSAFE, "latch_unsafe_file", path + " " + why + ".");
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(
      Set<PosixFilePermission> permissions) {
    return PosixFilePermissions.asFileAttribute(permissions);
  }
}
