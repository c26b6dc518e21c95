package dev.latchkey.cli.terminal;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The person, if there is one: asked on standard error, so that standard output can be piped, and
 * answering on standard input. Where that is no terminal nobody is asked: a script would hang. The
 * terminal's own settings are changed by {@code stty} (POSIX), which every system has that latch
 * runs on; Java's own console needs standard output to be a terminal too.
 */
public final class Terminal {

  private static final int USUAL_WIDTH = 80;

  /** Nobody types more; a file by mistake does. */
  private static final int LONGEST = 4096;

  private final InputStream input;
  private final PrintStream error;
  private @Nullable Optional<String> settings;

  public Terminal(InputStream input, PrintStream error) {
    this.input = input;
    this.error = error;
  }

  /** Whether there is somebody to ask. */
  public boolean attended() {
    return settings().isPresent();
  }

  /** Asks; the answer without spaces around it, perhaps empty. */
  public String ask(String question) {
    attend(question);
    error.print(question);
    error.flush();
    return line(unanswered(question)).strip();
  }

  /** Asks for what nobody may read over a shoulder, or in the terminal's history. */
  public String askSecretly(String question) {
    var before = attend(question);
    var restoring = new Thread(() -> stty(before));
    // A terminal that was left silent is of no use to anybody: also after Ctrl-C.
    Runtime.getRuntime().addShutdownHook(restoring);
    stty("-echo");
    try {
      error.print(question);
      error.flush();
      return line(unanswered(question));
    } finally {
      stty(before);
      Runtime.getRuntime().removeShutdownHook(restoring);
      error.println();
    }
  }

  /** Asks for yes or no; Enter is the answer that is offered. */
  public boolean confirm(String question, boolean offered) {
    var answer = ask(question + (offered ? " [Y/n] " : " [y/N] ")).toLowerCase(Locale.ROOT);
    return answer.isEmpty() ? offered : answer.startsWith("y");
  }

  /** One line from whatever standard input is, for {@code --token-stdin}. */
  public String piped() {
    return line("Nothing came on standard input.").strip();
  }

  /** How many columns the terminal has. */
  int columns() {
    return stty("size")
        .map(size -> size.split(" "))
        .filter(size -> size.length == 2 && size[1].matches("[1-9]\\d{0,4}"))
        .map(size -> Integer.parseInt(size[1]))
        .orElse(USUAL_WIDTH);
  }

  private String attend(String question) {
    return settings()
        .orElseThrow(() ->
            new Failure(
                ExitCode.USAGE,
                "latch_no_terminal",
                "This needs a terminal, to ask for: " + question.strip().replaceAll(":$", "")));
  }

  private static String unanswered(String question) {
    return "No answer to: " + question.strip();
  }

  private Optional<String> settings() {
    if (settings == null) {
      settings = stty("-g");
    }
    return settings;
  }

  /** Byte by byte: what follows the line belongs to whoever reads next. */
  private String line(String nothing) {
    var typed = new ByteArrayOutputStream();
    try {
      for (int next = input.read(); next != '\n'; next = input.read()) {
        if (next < 0 && typed.size() == 0) {
          throw new Failure(ExitCode.USAGE, "latch_no_answer", nothing);
        }
        if (next < 0) {
          break;
        }
        if (typed.size() == LONGEST) {
          throw new Failure(ExitCode.USAGE, "latch_too_long", "That line is too long.");
        }
        typed.write(next);
      }
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "latch_no_answer", "The terminal is gone.");
    }
    var text = typed.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** What {@code stty} says of standard input; empty when that is no terminal. */
  private static Optional<String> stty(String word) {
    try {
      var process =
          new ProcessBuilder(List.of("stty", word))
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(said.strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
