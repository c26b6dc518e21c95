package dev.latchkey.local.infra.store;

import java.io.IOException;
import java.util.Locale;

/** POSIX signals that the JDK has no call for. */
public enum Signal {
  /** PostgreSQL: disconnect everybody and stop. */
  INT,
  /** Redis: save and stop. */
  TERM,
  /** Goes on after a STOP; needed before anything but KILL reaches a stopped process. */
  CONT,
  KILL;

  /** Sends it; a process that is gone already is no error. */
  public void send(long pid) {
    // The shell's own kill: slim images have no program of that name.
    var command = "kill -" + name().toUpperCase(Locale.ROOT) + " " + pid;
    try {
      var shell =
          new ProcessBuilder("sh", "-c", command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      shell.waitFor();
    } catch (IOException e) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
