package dev.latchkey.e2e.platform;

/** The process of one store. */
public final class StoreProcess {

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

  /** Gone: connections are refused, until {@link #start}. */
  public void stop() {
    var unused = launching.dev("stop", name);
  }

  /** Back, with the data it had. */
  public void start() {
    var unused = launching.dev("start", name);
  }
}
