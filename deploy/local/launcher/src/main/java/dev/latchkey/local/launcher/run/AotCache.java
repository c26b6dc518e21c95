package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.build.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * The AOT cache of a program (JEP 483, JEP 514): a training run makes the JVM write down at its end
 * what it loaded and linked, and later starts take half the time.
 */
record AotCache(App app) {

  private static final int PATIENCE_SECONDS = 180;

  /** True when there is none and there should be. */
  boolean missing() {
    return !app.isNative() && !Files.exists(file());
  }

  /** The JVM's option for a normal start; empty without a cache. */
  String use() {
    return Files.exists(file()) ? "-XX:AOTCache=" + file() : "";
  }

  /** The JVM's option for a training run. */
  String train() {
    return "-XX:AOTCacheOutput=" + half();
  }

  /** Waits until a training run that was told to stop has written; false when it did not. */
  boolean keep(Child child) throws IOException, InterruptedException {
    boolean ended = child.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (ended && Files.exists(half())) {
      Files.move(half(), file(), StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
    child.stop();
    Files.deleteIfExists(half());
    return false;
  }

  private Path file() {
    return app.folder().resolve("app-" + Commands.optionsVersion() + ".aot");
  }

  private Path half() {
    return app.folder().resolve("half.aot");
  }
}
