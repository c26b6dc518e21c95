package dev.latchkey.local.launcher.house;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ties a child process to its parent: the parent holds a pipe to its stdin, which the system closes
 * however the parent ends, and then the child ends too. As a main class it runs another main class
 * that knows nothing of this; it is copied alone into a jar, so it uses the JDK only.
 */
public final class Leash {

  private static final int PATIENCE_SECONDS = 15;

  /**
   * A shell that waits for its stdin to close and for the command, whichever is first. The second
   * shell is what waits for stdin; it must not hold the pipe's other users back.
   */
  private static final String FOREIGN =
      """
      trap '' INT HUP QUIT
      exec 3<&0
      "$@" </dev/null 3<&- & child=$!
      { cat <&3 >/dev/null; kill $child; } >/dev/null 2>&1 &
      watcher=$!
      wait $child; status=$?
      kill $watcher 2>/dev/null
      exit $status
      """;

  /** Ctrl-C reaches all processes of a terminal; the launcher alone decides who stops when. */
  private static final String OWN =
      """
      trap '' INT HUP QUIT
      exec "$@"
      """;

  /** The program takes the shell's place; what is left of the shell waits for stdin to close. */
  private static final String AROUND =
      """
      trap '' INT HUP QUIT
      exec 3<&0
      { cat <&3 >/dev/null; kill $$; } >/dev/null 2>&1 &
      exec "$@" </dev/null 3<&-
      """;

  private Leash() {}

  /** Command line for a program that watches its stdin itself. */
  public static List<String> own(List<String> command) {
    return shell(OWN, command);
  }

  /** Command line for a program that does not, as Maven. */
  public static List<String> foreign(List<String> command) {
    return shell(FOREIGN, command);
  }

  /** As {@link #foreign}, for a program whose process must be the one that is started. */
  public static List<String> around(List<String> command) {
    return shell(AROUND, command);
  }

  private static List<String> shell(String script, List<String> command) {
    var words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    words.addAll(command);
    return words;
  }

  /** Runs the main class that is the first argument, with the other arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    var watcher = new Thread(Leash::watch, "leash");
    watcher.setDaemon(true);
    watcher.start();
    var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void watch() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said to us; we wait for the end.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    var last = new Thread(Leash::halt, "leash-halt");
    last.setDaemon(true);
    last.start();
    System.exit(0);
  }

  /** A shutdown that hangs must not become an orphan. */
  private static void halt() {
    try {
      TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
