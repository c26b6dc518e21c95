package dev.latchkey.cli.platform;

import java.nio.charset.StandardCharsets;

/**
 * Text in a request header, where only ASCII is safe: everything else goes as RFC 8187 has it
 * ({@code UTF-8''p%C3%A4ss}). ASCII stays as it is, unless it looks like that itself.
 */
final class HeaderText {

  private static final String MARK = "UTF-8''";

  private HeaderText() {}

  static String of(String text) {
    boolean plain =
        text.chars().allMatch(c -> c > ' ' && c < 0x7F || c == ' ')
            && text.equals(text.strip())
            && !text.regionMatches(true, 0, MARK, 0, MARK.length());
    return plain ? text : MARK + encoded(text);
  }

  private static String encoded(String text) {
    var encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
        encoded.append((char) c);
      } else {
        encoded.append('%').append(String.format("%02X", c));
      }
    }
    return encoded.toString();
  }
}
