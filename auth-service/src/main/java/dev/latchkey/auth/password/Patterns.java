package dev.latchkey.auth.password;

import java.util.stream.Stream;

/** Shapes that make a long password as easy to guess as a short one. */
final class Patterns {

  private static final String[] ROWS = {
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
    "1234567890",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
  };

  private Patterns() {}

  /** True when the text runs along the alphabet, the digits or a keyboard, either way, around. */
  static boolean isSequence(String text) {
    return Stream.of(ROWS).anyMatch(row -> runsAlong(row, text));
  }

  private static boolean runsAlong(String row, String text) {
    var around = row.repeat(text.length() / row.length() + 2);
    return around.contains(text) || new StringBuilder(around).reverse().indexOf(text) >= 0;
  }

  /**
   * Length in code points of the shortest piece that, repeated at least twice, makes up the text;
   * the text's own length when there is none. The last repetition may be cut short.
   */
  static int chunk(String text) {
    var points = text.codePoints().toArray();
    // Knuth, Morris and Pratt: border[i] is the longest proper prefix of [0, i) that ends it too.
    var border = new int[points.length + 1];
    int length = 0;
    for (int i = 1; i < points.length; i++) {
      while (length > 0 && points[i] != points[length]) {
        length = border[length];
      }
      if (points[i] == points[length]) {
        length++;
      }
      border[i + 1] = length;
    }
    int period = points.length - border[points.length];
    return 2 * period <= points.length ? period : points.length;
  }

  /** The text without what is not a letter at both ends: {@code latchkey} of {@code latchkey1!}. */
  static String core(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Character.isLetter(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetter(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
