package dev.latchkey.e2e.chaos;

/** A store hangs, dies, or is started again. */
final class StoreTrouble {

  private static final int SHORTEST_PAUSE_MS = 300;
  private static final int LONGEST_PAUSE_MS = 3_000;
  private static final int LONGEST_STOP_MS = 1_000;

  private StoreTrouble() {}

  /** Connections stay open and nothing answers, for less than a second up to three. */
  static Blow pause(Setting setting, String store) {
    var pause = setting.between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
    return new Blow() {
      @Override
      public void strike() {
        try (var paused = setting.platform().store(store).pause()) {
          Setting.sleep(pause);
          assert !paused.processes().isEmpty();
        }
      }

      @Override
      public void close() {}
    };
  }

  /** {@code kill -9} of the server with all its processes; the launcher starts it again. */
  static Blow kill(Setting setting, String store) {
    var process = setting.platform().store(store);
    return new Blow() {
      private long killed;

      @Override
      public void strike() {
        killed = process.kill();
      }

      @Override
      public void close() {
        process.awaitRevival(killed);
      }
    };
  }

  /** Stopped as an operator would, and started a moment later. */
  static Blow restart(Setting setting, String store) {
    var process = setting.platform().store(store);
    var pause = setting.between(0, LONGEST_STOP_MS);
    return new Blow() {
      @Override
      public void strike() {
        process.stop();
        Setting.sleep(pause);
        process.start();
      }

      @Override
      public void close() {}
    };
  }
}
