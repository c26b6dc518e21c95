package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What one command asks of the process that runs the platform: a file with {@code stop NAME} or
 * {@code start NAME}, answered by a file beside it. Only the installation's owner can write there.
 */
public final class Orders {

  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final int PAUSE_MILLIS = 50;
  private static final String DONE = "done";

  private final Path folder;

  public Orders(Installation installation) {
    this.folder = installation.orders();
  }

  /**
   * Asks and waits until it is done.
   *
   * @throws IOException with the reason when it cannot be done
   */
  public void give(String verb, String name) throws IOException, InterruptedException {
    var half = Files.createTempFile(folder, ".", "");
    Files.writeString(half, verb + " " + name);
    var order = folder.resolve(ProcessHandle.current().pid() + ".order");
    var answer = answer(order);
    Files.move(half, order, StandardCopyOption.ATOMIC_MOVE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(answer)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the platform does not answer");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    var text = Files.readString(answer);
    Files.delete(answer);
    if (!text.equals(DONE)) {
      throw new IOException(text);
    }
  }

  /** Does what was asked since the last time. */
  void obey(Platform platform) throws IOException, InterruptedException {
    try (var orders = Files.newDirectoryStream(folder, "*.order")) {
      for (var order : orders) {
        var words = Files.readString(order).split(" ", 2);
        Files.delete(order);
        answer(order, result(platform, words[0], words.length == 2 ? words[1] : ""));
      }
    } catch (NoSuchFileException e) {
      // Somebody deleted the data under us; the watch will notice what matters.
      return;
    }
  }

  private static String result(Platform platform, String verb, String name)
      throws InterruptedException {
    try {
      switch (verb) {
        case "stop" -> platform.stop(name);
        case "start" -> platform.start(name);
        default -> throw new IOException("not understood: " + verb);
      }
      return DONE;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void answer(Path order, String text) throws IOException {
    var half = Files.createTempFile(folder, ".", "");
    Files.writeString(half, text);
    Files.move(half, answer(order), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path answer(Path order) {
    return order.resolveSibling(order.getFileName().toString().replace(".order", ".answer"));
  }
}
