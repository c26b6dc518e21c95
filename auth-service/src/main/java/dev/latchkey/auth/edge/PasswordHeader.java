package dev.latchkey.auth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The password that a header shows. A header is bytes, which arrive here as one character each, and
 * clients disagree about the rest: curl sends UTF-8, Node's clients ISO-8859-1, and others nothing
 * but ASCII, so that they need RFC 8187. One reading only: to try two would be two guesses.
 */
final class PasswordHeader {

  private static final String MARK = "UTF-8''";

  /** What stands for itself beside letters and digits (RFC 8187, section 3.2.1, attr-char). */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private PasswordHeader() {}

  static String read(String header) {
    return extended(header).or(() -> utf8(header)).orElse(header);
  }

  /** An ext-value. What is not quite one is a password that happens to begin like it. */
  private static Optional<String> extended(String header) {
    if (!header.regionMatches(true, 0, MARK, 0, MARK.length())) {
      return Optional.empty();
    }
    var bytes = new ByteArrayOutputStream(header.length());
    int at = MARK.length();
    while (at < header.length()) {
      char c = header.charAt(at);
      if (c == '%' && hex(header, at + 1) && hex(header, at + 2)) {
        bytes.write(HexFormat.fromHexDigits(header, at + 1, at + 3));
        at += 3;
      } else if (plain(c)) {
        bytes.write(c);
        at++;
      } else {
        return Optional.empty();
      }
    }
    return decoded(bytes.toByteArray());
  }

  /**
   * ISO-8859-1 that happens to be UTF-8 is taken for UTF-8: nobody's words are spelt {@code Ã¤}.
   */
  private static Optional<String> utf8(String header) {
    boolean bytes = header.chars().allMatch(c -> c <= 0xFF);
    return bytes ? decoded(header.getBytes(ISO_8859_1)) : Optional.empty();
  }

  /** Nothing when it is not UTF-8, with no character in the place of what can't be read. */
  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean hex(String text, int at) {
    return at < text.length() && HexFormat.isHexDigit(text.charAt(at));
  }

  private static boolean plain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || PLAIN.indexOf(c) >= 0;
  }
}
