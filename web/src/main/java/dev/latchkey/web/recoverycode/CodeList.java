package dev.latchkey.web.recoverycode;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recovery codes as one text, in a form and in a file. */
final class CodeList {

  private static final Pattern CODE = Pattern.compile("[0-9a-z]{4}(-[0-9a-z]{4}){3}");
  private static final int MOST = 10;

  private CodeList() {}

  static String text(List<String> codes) {
    return String.join(" ", codes);
  }

  /** Nothing but codes: a file of ours must not carry what somebody else had put into a form. */
  static List<String> parse(@Nullable String text) {
    var words = text == null ? Stream.<String>empty() : Stream.of(text.split(" "));
    return words.filter(word -> CODE.matcher(word).matches()).limit(MOST).toList();
  }
}
