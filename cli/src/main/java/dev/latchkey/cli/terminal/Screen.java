package dev.latchkey.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where results go, standard output, and what is said beside them, standard error. */
public final class Screen {

  private final PrintStream out;
  private final PrintStream error;
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final boolean wide;
  private final Style style;
  private boolean json;

  /**
   * @param terminalOut whether standard output is a terminal; where it is not there is no colour,
   *     and nothing is cut to a width
   */
  public Screen(
      PrintStream out,
      PrintStream error,
      Terminal terminal,
      Map<String, String> environment,
      boolean terminalOut) {
    this.out = out;
    this.error = error;
    this.terminal = terminal;
    this.environment = environment;
    this.wide = !terminalOut;
    this.style = Style.of(environment, terminalOut);
  }

  /** From now on results are JSON. */
  public void json(boolean wanted) {
    json = wanted;
  }

  /** Whether results are JSON: one document, for a program. */
  public boolean inJson() {
    return json;
  }

  public Style style() {
    return style;
  }

  /** A result: as the platform said it with {@code --json}, else in words. */
  public void show(JsonNode result, Runnable words) {
    if (json) {
      out.println(result.toPrettyString());
    } else {
      words.run();
    }
  }

  /** One of results that go on coming: JSON on one line, or that text. */
  public void follow(JsonNode result, String text) {
    out.println(json ? result.toString() : text);
  }

  /** Where helps are written to. */
  public PrintWriter writer() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  /** One line of a result; what others wrote into it goes through {@link Printable} first. */
  public void line(String text) {
    out.println(text);
  }

  /** A table of a result; a sentence in place of an empty one. */
  public void table(Table table, String none) {
    if (table.isEmpty()) {
      line(none);
      return;
    }
    var lines = table.lines(columns());
    line(style.strong(lines.getFirst()));
    lines.subList(1, lines.size()).forEach(this::line);
  }

  /** A thing with its properties, one a line. */
  public void properties(Map<String, String> properties) {
    int widest = properties.keySet().stream().mapToInt(String::length).max().orElse(0);
    properties.forEach((name, value) -> {
      if (!value.isEmpty()) {
        line(name + ":" + " ".repeat(widest - name.length() + 2) + Printable.of(value));
      }
    });
  }

  /** Said beside the result: what happens, what to do next. */
  public void aside(String text) {
    error.println(text);
  }

  /** How many columns there are to draw in. */
  public int columns() {
    var told = environment.getOrDefault("COLUMNS", "");
    if (told.matches("[1-9]\\d{0,4}")) {
      return Integer.parseInt(told);
    }
    return wide ? Integer.MAX_VALUE : terminal.columns();
  }

  /** How it ended, when it did not end well. */
  public void failure(String program, String message, JsonNode asJson) {
    error.println(
        json ? asJson.toString() : style.warning(program + ":") + " " + Printable.of(message));
  }
}
