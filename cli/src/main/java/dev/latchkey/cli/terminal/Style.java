package dev.latchkey.cli.terminal;

import java.util.Map;

/** Whether there is colour: only on a terminal, and not where somebody said no (no-color.org). */
public enum Style {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001b[0m";

  static Style of(Map<String, String> environment, boolean terminal) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return terminal && !refused ? COLOURED : PLAIN;
  }

  /** What matters. */
  public String strong(String text) {
    return coded("1", text);
  }

  /** What went well. */
  public String good(String text) {
    return coded("32", text);
  }

  /** What to look at. */
  public String warning(String text) {
    return coded("33", text);
  }

  /** Black on white, whatever the theme: what a camera reads. */
  public String paper(String text) {
    return coded("38;5;16;48;5;231", text);
  }

  private String coded(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
