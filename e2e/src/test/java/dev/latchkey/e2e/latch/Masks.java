package dev.latchkey.e2e.latch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is different in each run gets a name in its place. In a table that takes as much room, so
 * that a golden file shows whether columns stand under their headings.
 */
final class Masks {

  private static final Pattern TOKEN = Pattern.compile("lk[a-z]{2}_[0-9A-Za-z]{20,}");

  /** In this order: what looks like a part of something else comes later. */
  private static final List<Mask> ALL =
      List.of(
          Mask.of("<qr>\n", "(?m)(?:^[ ▀▄█]{40,}\n)+"),
          Mask.of("<token>", "lk[a-z]{2}_[0-9A-Za-z*]{8,}"),
          Mask.of("<uuid>", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
          Mask.of("<email>", "[a-z]+-[0-9a-f]{8}@example\\.com"),
          Mask.of("<fingerprint>", "SHA256:[A-Za-z0-9+/]{43}"),
          Mask.of("<time>", "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}"),
          Mask.of("<day>", "\\d{4}-\\d{2}-\\d{2}"),
          Mask.of("<key>", "(?<=(?:it|app): )[A-Z2-7]{4}(?: [A-Z2-7]{1,4})+"),
          Mask.of("<code>", "(?<=[Cc]ode: |later\\): )[0-9]{6,8}"),
          Mask.of("<code>", "(?<=code: )[0-9A-Z]{6}\\b"),
          Mask.of("<recovery code>", "\\b[0-9a-z]{4}(?:-[0-9a-z]{4}){3}\\b"),
          Mask.of("<a while>", "(?<=Try again in )[^.\\n]+"),
          Mask.of("<state>", "(?<=The text: )[a-z ]+"),
          Mask.of("<number>", "(?<!such as )\\+49151\\d{8}"),
          Mask.of("<page>", "/dashboard/cli/[\\w-]+"),
          Mask.of("<n> ms", "\\b\\d+ ms\\b"),
          Mask.of("<id>", "\\b(?<! 151 )[0-9a-f]{8}\\b"));

  private final String url;
  private final String home;

  Masks(URI url, Path home) {
    this.url = url.toString();
    this.home = home.toString();
  }

  /** Tokens of every kind. */
  static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  String over(String text) {
    var masked = text.replace(url, "<platform>").replace(home, "<home>");
    for (var mask : ALL) {
      masked = mask.over(masked);
    }
    return masked;
  }

  /** A name for what looks like that. */
  private record Mask(String name, Pattern pattern) {

    static Mask of(String name, String pattern) {
      return new Mask(name, Pattern.compile(pattern));
    }

    String over(String text) {
      return pattern
          .matcher(text)
          .replaceAll(found -> Matcher.quoteReplacement(name + room(text, found)));
    }

    private String room(String text, MatchResult found) {
      int missing = name.endsWith("\n") ? 0 : found.group().length() - name.length();
      return text.startsWith("  ", found.end()) && missing > 0 ? " ".repeat(missing) : "";
    }
  }
}
