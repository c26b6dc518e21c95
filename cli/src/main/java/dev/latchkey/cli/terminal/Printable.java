package dev.latchkey.cli.terminal;

/**
 * Text that somebody else wrote, made fit for a terminal. Names of sessions, clients and keys come
 * from whoever made them: with escape sequences in them a stranger's program name could paint over
 * the list that is to show it.
 */
public final class Printable {

  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /** The same on one line, every character that steers instead of showing replaced. */
  public static String of(String text) {
    var fit = new StringBuilder(text.length());
    text.codePoints().map(c -> steers(c) ? REPLACEMENT : c).forEach(fit::appendCodePoint);
    return fit.toString();
  }

  private static boolean steers(int character) {
    return switch (Character.getType(character)) {
      // C0, C1 and DEL; bidirectional marks (they reorder what is beside them); line separators.
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** How many columns a terminal gives it. */
  public static int width(String text) {
    return text.codePoints().map(Printable::width).sum();
  }

  /** UAX 11 in short: ideographs, kana, hangul, full-width forms and emoji take two columns. */
  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return Character.isIdeographic(character)
            || (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0x303E)
            || (character >= 0x3041 && character <= 0xA4CF)
            || (character >= 0xA960 && character <= 0xA97F)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF01 && character <= 0xFF60)
            || (character >= 0xFFE0 && character <= 0xFFE6)
            || (Character.isEmojiPresentation(character) && !halfOfFlag(character))
        ? 2
        : 1;
  }

  /** Two of them are one flag of two columns. */
  private static boolean halfOfFlag(int character) {
    return character >= 0x1F1E6 && character <= 0x1F1FF;
  }

  /** Cut to that many columns, with an ellipsis where something is missing. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    var kept = new StringBuilder();
    int used = 1;
    for (int character : text.codePoints().toArray()) {
      used += width(character);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(character);
    }
    return kept + "…";
  }
}
