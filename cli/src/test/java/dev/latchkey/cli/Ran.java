package dev.latchkey.cli;

import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.operator.LatchOperator;
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
import java.util.function.BiFunction;

/** One run of a program, where there is no terminal: how it ended, and what it said. */
public record Ran(int code, String out, String error) {

  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  public static Ran latch(Path home, Map<String, String> environment, String... words) {
    return given("", home, environment, words);
  }

  /** The same with something on standard input. */
  public static Ran given(
      String input, Path home, Map<String, String> environment, String... words) {
    return run(Latch::run, input, home, environment, words);
  }

  public static Ran latchOperator(Path home, Map<String, String> environment, String... words) {
    return run(LatchOperator::run, "", home, environment, words);
  }

  private static Ran run(
      BiFunction<Surroundings, String[], Integer> program,
      String input,
      Path home,
      Map<String, String> environment,
      String... words) {
    var out = new ByteArrayOutputStream();
    var error = new ByteArrayOutputStream();
    var stdin = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var terminal = new Terminal(stdin, stream(error));
    var screen = new Screen(stream(out), stream(error), terminal, environment, false);
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var surroundings = new Surroundings(environment, home, clock, terminal, screen);
    int code = program.apply(surroundings, words);
    return new Ran(code, text(out), text(error));
  }

  /** Nobody to ask. */
  public static Terminal nobody() {
    return new Terminal(InputStream.nullInputStream(), stream(new ByteArrayOutputStream()));
  }

  /** What is shown there is seen by nobody. */
  public static Screen nowhere() {
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
