package dev.latchkey.cli;

import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** One run of latch, where there is no terminal: how it ended, and what it said. */
public record Ran(int code, String out, String error) {

  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  public static Ran latch(Path home, Map<String, String> environment, String... words) {
    return given("", home, environment, words);
  }

  /** The same with something on standard input. */
  public static Ran given(
      String input, Path home, Map<String, String> environment, String... words) {
    var out = new ByteArrayOutputStream();
    var error = new ByteArrayOutputStream();
    var stdin = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var terminal = new Terminal(stdin, stream(error));
    var screen = new Screen(stream(out), stream(error), terminal, environment, false);
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    int code = Latch.run(new Surroundings(environment, home, clock, terminal, screen), words);
    return new Ran(code, text(out), text(error));
  }

  /** Nobody to ask. */
  static Terminal nobody() {
    return new Terminal(InputStream.nullInputStream(), stream(new ByteArrayOutputStream()));
  }

  /** What is shown there is seen by nobody. */
  static Screen nowhere() {
    var nothing = stream(new ByteArrayOutputStream());
    return new Screen(nothing, nothing, nobody(), Map.of(), false);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
