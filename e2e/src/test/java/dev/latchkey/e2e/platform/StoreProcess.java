package dev.latchkey.e2e.platform;

import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import java.time.Duration;

/** The process of one store. */
public final class StoreProcess {

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(60));

  private final String name;
  private final Launching launching;

  StoreProcess(String name, Launching launching) {
    this.name = name;
    this.launching = launching;
  }

  /** Hangs: connections stay open, nothing answers ({@code SIGSTOP}). */
  public RunningProcess.Paused pause() {
    var process = launching.process(name);
    // Kafka runs in the process that the other stores are children of.
    return process.pid() == launching.pid("infra") ? process.pauseAlone() : process.pause();
  }

  /** {@code kill -9}; not of Kafka, whose process is all stores'. The launcher starts it again. */
  public long kill() {
    var process = launching.process(name);
    if (process.pid() == launching.pid("infra")) {
      throw new IllegalStateException(name + " has no process of its own");
    }
    process.killWithChildren();
    return process.pid();
  }

  /** Waits until another process runs in place of one that was killed. */
  public void awaitRevival(long killed) {
    await(name + " lives again")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> launching.pid(name) != killed);
  }

  /** Gone: connections are refused, until {@link #start}. */
  public void stop() {
    var unused = launching.dev("stop", name);
  }

  /** Back, with the data it had. */
  public void start() {
    var unused = launching.dev("start", name);
  }
}
