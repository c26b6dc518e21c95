package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Watches over the running platform. A part that dies is started again, as a cluster would; when
 * parts keep dying, the platform ends with the last words of the last one.
 */
public final class Watch {

  private static final int PAUSE_MILLIS = 50;
  private static final int LINES = 30;
  private static final int MOST_DEATHS = 5;
  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Platform platform;
  private final Orders orders;
  private final Progress progress;
  private final Deque<Long> deaths = new ArrayDeque<>();

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
    if (dead.name().equals(Stores.NAME) || tooOften()) {
      throw new IOException(dead.obituary(LINES));
    }
    progress.say(
        "%s died (exit code %d) and is started again"
            .formatted(dead.name(), dead.process().exitValue()));
    platform.start(dead.name());
  }

  private void raise(String store) throws IOException, InterruptedException {
    if (tooOften()) {
      throw new IOException(store + " keeps dying");
    }
    progress.say(store + " died and is started again");
    platform.start(store);
  }

  private boolean tooOften() {
    long now = System.nanoTime();
    deaths.add(now);
    deaths.removeIf(death -> now - death > WINDOW_NANOS);
    return deaths.size() > MOST_DEATHS;
  }
}
