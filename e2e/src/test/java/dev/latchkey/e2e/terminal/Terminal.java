package dev.latchkey.e2e.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import dev.latchkey.e2e.Slack;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** A program at a terminal: what it shows is read, what it asks is answered. */
public final class Terminal implements AutoCloseable {

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(60));

  /** Typed text is drawn before Enter is pressed: both at once would be pasted text to some. */
  private static final Duration DRAWING = Duration.ofSeconds(2);

  /** Wide enough that no line of a table is broken. */
  private static final int COLUMNS = 200;

  private static final int ROWS = 50;

  /** Colours, moves of the cursor, titles: ECMA-48 CSI and OSC, and carriage returns. */
  private static final Pattern ESCAPES =
      Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b][^\\x07]*\\x07|\\x1b[=>78]|\\r|\\x07");

  private final PtyProcess process;
  private final StringBuffer shown = new StringBuffer();
  private final Thread reader;
  private int read;

  private Terminal(PtyProcess process) {
    this.process = process;
    // Not a virtual one: it reads by native code, and two of them would hold both carriers of a
    // machine
    // with two cores, for as long as their terminals are open. The HTTP client runs on those.
    reader = Thread.ofPlatform().daemon().start(this::listen);
  }

  /** Starts a program; the environment is all that it has. */
  public static Terminal open(
      Path directory, Map<String, String> environment, List<String> command) {
    return open(directory, environment, command, COLUMNS);
  }

  /** Starts a program at a terminal so wide. */
  public static Terminal open(
      Path directory, Map<String, String> environment, List<String> command, int columns) {
    try {
      return new Terminal(
          new PtyProcessBuilder(command.toArray(new String[0]))
              .setDirectory(directory.toString())
              .setEnvironment(environment)
              .setInitialColumns(columns)
              .setInitialRows(ROWS)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the text is shown, after what was waited for before. */
  @CanIgnoreReturnValue
  public Terminal expect(String text) {
    if (!shows(text)) {
      throw new AssertionError("ended without showing: " + text + "\n" + screen());
    }
    return this;
  }

  /** The same; false when the program has ended without. */
  public boolean shows(String text) {
    try {
      return await(text)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> look(text), Optional::isPresent)
          .orElseThrow();
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("never shown: " + text + "\n" + screen(), late);
    }
  }

  /** Types an answer and presses Enter. */
  @CanIgnoreReturnValue
  public Terminal type(String text) {
    int before = shown.length();
    press(text);
    long end = System.nanoTime() + DRAWING.toNanos();
    while (!text.isEmpty() && shown.length() == before && System.nanoTime() < end) {
      pause();
    }
    pause();
    return press("\r");
  }

  /** Types an answer and Enter at once, for a program to which the terminal gives whole lines. */
  @CanIgnoreReturnValue
  public Terminal enter(String text) {
    return press(text + "\r");
  }

  /** Presses keys. */
  @CanIgnoreReturnValue
  public Terminal press(String keys) {
    try {
      process.getOutputStream().write(keys.getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new AssertionError("nobody reads the keys\n" + screen(), e);
    }
    return this;
  }

  /** Waits for the end; everything that was shown. */
  @CanIgnoreReturnValue
  public String exits(int code) {
    int ended = ends();
    if (ended != code) {
      throw new AssertionError("exit code %d, not %d%n%s".formatted(ended, code, screen()));
    }
    return screen();
  }

  /** Waits for the end, whatever the exit code is. */
  public int ends() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("does not end\n" + screen());
      }
      reader.join(PATIENCE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  /** The process that was started. */
  public long pid() {
    return process.pid();
  }

  /** All that came so far, byte by byte: with what colours it and moves the cursor. */
  public String raw() {
    return shown.toString();
  }

  /** All that was shown so far, as plain text. */
  public String screen() {
    // Of a copy: what comes meanwhile would be left as it is, and the place of what was read moves.
    return ESCAPES.matcher(raw()).replaceAll("");
  }

  /** Whether it is shown; empty while it may still come. */
  private Optional<Boolean> look(String text) {
    // Before the screen is looked at: then nothing more comes.
    boolean over = !process.isAlive() && !reader.isAlive();
    var screen = screen();
    int place = screen.indexOf(text, Math.min(read, screen.length()));
    if (place < 0) {
      return over ? Optional.of(false) : Optional.empty();
    }
    read = place + text.length();
    return Optional.of(true);
  }

  private void listen() {
    var buffer = new char[4096];
    try (var output = new InputStreamReader(process.getInputStream(), UTF_8)) {
      for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
        shown.append(buffer, 0, n);
      }
    } catch (IOException broken) {
      shown.append("\n[this terminal broke: ").append(broken).append("]\n");
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
