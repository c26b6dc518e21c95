package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Watches over the running platform. A part that dies is started again, as a cluster would; when it
 * keeps dying, the platform ends with its last words.
 */
public final class Watch {

  private static final int PAUSE_MILLIS = 50;
  private static final int LINES = 30;

  private final Platform platform;
  private final Orders orders;
  private final Progress progress;
  private final Deaths deaths = new Deaths(System::nanoTime);

  public Watch(Platform platform, Orders orders, Progress progress) {
    this.platform = platform;
    this.orders = orders;
    this.progress = progress;
  }

  /**
   * Returns only by an exception.
   *
   * @throws IOException when the platform cannot go on
   */
  public void forEver() throws IOException, InterruptedException {
    while (true) {
      orders.obey(platform);
      var store = platform.deadStore();
      if (store.isPresent()) {
        raise(store.get());
      }
      var dead = platform.dead();
      if (dead.isPresent()) {
        raise(dead.get());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private void raise(Child dead) throws IOException, InterruptedException {
    if (dead.name().equals(Stores.NAME) || deaths.tooOften(dead.name())) {
      throw new IOException(dead.obituary(LINES));
    }
    progress.say(
        "%s died (exit code %d) and is started again"
            .formatted(dead.name(), dead.process().exitValue()));
    platform.start(dead.name());
  }

  private void raise(String store) throws IOException, InterruptedException {
    if (deaths.tooOften(store)) {
      throw new IOException(store + " keeps dying");
    }
    progress.say(store + " died and is started again");
    platform.start(store);
  }
}
