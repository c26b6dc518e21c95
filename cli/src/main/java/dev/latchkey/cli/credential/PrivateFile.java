package dev.latchkey.cli.credential;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file that its owner alone can read, whatever the umask: mode 0600 in a directory of 0700. A
 * symbolic link in its place is refused, not followed: whoever could put one there decides where a
 * secret is written to, or whose token is used. So is a file that others can read, or that somebody
 * else owns: it has been read, or planted.
 */
public final class PrivateFile {

  private final Path path;

  public PrivateFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /** What is in it; empty when there is no such file. */
  public Optional<String> read() {
    try {
      if (!OwnerOnly.has(path)) {
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
      var unused = OwnerOnly.has(path);
      var directory = OwnerOnly.directory(path);
      var written = Files.createTempFile(directory, ".", ".new", OwnerOnly.mode());
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
      OwnerOnly.restore(Files.createFile(path, OwnerOnly.mode()));
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
      var lock = lock();
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
          var held = channel.lock()) {
        return work.get();
      }
    } catch (IOException e) {
      throw unsafe("cannot be locked");
    }
  }

  private Path lock() throws IOException {
    var lock = OwnerOnly.directory(path).resolve(path.getFileName() + ".lock");
    try {
      OwnerOnly.restore(Files.createFile(lock, OwnerOnly.mode()));
    } catch (FileAlreadyExistsException usual) {
      // Of an earlier command, or of one that runs now.
    }
    return lock;
  }

  private static void fill(Path file, String text) throws IOException {
    OwnerOnly.restore(file);
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

  private Failure unsafe(String why) {
    return OwnerOnly.unsafe(path, why);
  }
}
