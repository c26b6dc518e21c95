package dev.latchkey.local.gateway.route;

import java.util.Optional;

/**
 * The target of a request in origin form, free of everything that two readers may read in two ways:
 * dot segments, empty parts, parameters, backslashes, and escapes that hide a character with a
 * meaning. Paths are refused, not cleaned: what the edge judges is what the service gets.
 *
 * @param path with a leading slash, as sent
 * @param query with its question mark, as sent; empty without one
 */
public record RequestTarget(String path, String query) {

  private static final String HIDDEN = "/\\~.;%?#";

  /** Empty when the target is not one we serve. */
  public static Optional<RequestTarget> parse(String raw) {
    int mark = raw.indexOf('?');
    var target =
        mark < 0
            ? new RequestTarget(raw, "")
            : new RequestTarget(raw.substring(0, mark), raw.substring(mark));
    return target.clean() ? Optional.of(target) : Optional.empty();
  }

  private boolean clean() {
    return path.startsWith("/")
        && !path.contains("//")
        && !path.contains("..")
        && !path.contains("/./")
        && !path.endsWith("/.")
        && path.chars().noneMatch(c -> c == ';' || c == '\\')
        && printable(path)
        && printable(query)
        && escapesPlain(path, HIDDEN)
        && escapesPlain(query, "");
  }

  /** Visible ASCII without a fragment: anything else has to come escaped. */
  private static boolean printable(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#');
  }

  private static boolean escapesPlain(String text, String hidden) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      int value =
          i + 2 < text.length() ? hex(text.charAt(i + 1)) * 16 + hex(text.charAt(i + 2)) : -1;
      boolean control = value < ' ' || value == 0x7f;
      if (hidden.isEmpty() ? value < 0 : control || hidden.indexOf(value) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** So low for a character that is no hexadecimal digit that no sum with it is a value. */
  private static int hex(char c) {
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    return digit < 0 ? -1000 : digit;
  }
}
