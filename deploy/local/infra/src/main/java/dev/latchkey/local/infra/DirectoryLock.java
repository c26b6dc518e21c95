package dev.latchkey.local.infra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run at a time in a data directory. The system frees it however a process ends. */
final class DirectoryLock implements AutoCloseable {

  /** The file in the directory. */
  static final String NAME = "infra.lock";

  /** A run whose parent was killed needs a moment to stop its servers. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it, waiting for an earlier run that is just ending; empty when that goes on. */
  static Optional<DirectoryLock> take(Path directory, Announcements announcements)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var lock = tryTake(directory);
    if (lock.isEmpty()) {
      announcements.say("waiting for process " + holder(directory) + " to leave " + directory);
    }
    while (lock.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(100);
      lock = tryTake(directory);
    }
    return lock;
  }

  /** Takes it if it is free. */
  static Optional<DirectoryLock> tryTake(Path directory) throws IOException {
    var channel =
        FileChannel.open(file(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    var pid = String.valueOf(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    return Optional.of(new DirectoryLock(channel));
  }

  /** Process id of the run that has it, as that wrote it down. */
  static String holder(Path directory) throws IOException {
    return Files.readString(file(directory));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Path file(Path directory) {
    return directory.resolve(NAME);
  }
}
