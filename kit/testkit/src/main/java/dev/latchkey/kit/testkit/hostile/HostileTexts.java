package dev.latchkey.kit.testkit.hostile;

import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.impl.Constraint;

/** Takes a right text and spoils it up to four times. */
record HostileTexts(List<String> right) implements Gen<String> {

  private static final int MOST_CHANGES = 4;
  private static final int LONGEST = 20_000;

  /** Signs that readers fall over. */
  private static final List<String> SIGNS =
      List.of(
          "\u0000",
          "\u0001",
          "\u0007",
          "\b",
          "\t",
          "\n",
          "\r\n",
          "\u000b",
          "\u001b",
          " ",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u00ad",
          "\u0130",
          "\u0131",
          "\u00df",
          "\u017f",
          "\u0301",
          "\u030c",
          "\u0307",
          "\u0331",
          "\u200b",
          "\u200d",
          "\u200e",
          "\u2028",
          "\u202e",
          "\u2066",
          "\u2126",
          "\u212a",
          "\u3000",
          "\ufb01",
          "\ufdfa",
          "\ufe0f",
          "\ufeff",
          "\uff0e",
          "\uff11",
          "\uff20",
          "\uffff",
          "\ud800",
          "\udc00",
          "\ud83d\udd11",
          "\ud834\udd1e",
          "\u0660",
          "\u0661",
          "%",
          "%00",
          "%2e",
          "%2F",
          "%zz",
          "%u0041",
          "%C3%28",
          "+",
          "\\",
          "/",
          "//",
          ".",
          "..",
          ":",
          ";",
          ",",
          "=",
          "&",
          "?",
          "#",
          "@",
          "~",
          "-",
          "_",
          "\"",
          "'",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "<",
          ">",
          "|",
          "*",
          "$",
          "^",
          "`",
          "0",
          "1",
          "9",
          "-1",
          "1e9",
          "99999999999999999999",
          "a",
          "J",
          "T",
          "Z",
          "null",
          "P",
          "PT");

  HostileTexts {
    right = List.copyOf(right);
  }

  HostileTexts(String... right) {
    this(List.of(right));
  }

  @Override
  public String generate(RandomnessSource chance) {
    var text = pick(chance, right);
    int changes = below(chance, MOST_CHANGES + 1);
    for (int i = 0; i < changes; i++) {
      text = changed(chance, text);
    }
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  private String changed(RandomnessSource chance, String text) {
    int at = below(chance, text.length() + 1);
    int to = at + below(chance, text.length() - at + 1);
    var head = text.substring(0, at);
    return switch (below(chance, 10)) {
      case 0 -> head + text.substring(to);
      case 1 -> head + pick(chance, SIGNS) + text.substring(Math.min(text.length(), at + 1));
      case 2 -> head + text.substring(at, to).repeat(2) + text.substring(to);
      case 3 -> head + pick(chance, SIGNS).repeat(below(chance, 3000)) + text.substring(at);
      case 4 -> head + (char) below(chance, 0x10000) + text.substring(at);
      case 5 -> swapCase(text, at);
      case 6 -> text + pick(chance, right);
      case 7 -> text.repeat(1 + below(chance, 20));
      default -> head + pick(chance, SIGNS) + text.substring(at);
    };
  }

  private static String swapCase(String text, int at) {
    if (at == text.length()) {
      return text;
    }
    char sign = text.charAt(at);
    char other =
        Character.isUpperCase(sign) ? Character.toLowerCase(sign) : Character.toUpperCase(sign);
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static String pick(RandomnessSource chance, List<String> list) {
    return list.get(below(chance, list.size()));
  }

  private static int below(RandomnessSource chance, int bound) {
    return (int) chance.next(Constraint.between(0, bound - 1L));
  }
}
