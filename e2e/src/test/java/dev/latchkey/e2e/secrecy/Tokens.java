package dev.latchkey.e2e.secrecy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Tokens in a text, known or not: by their shape and their checksum. By the shape alone one in some
 * thousand sealed records has a token in the letters of its cipher text.
 */
final class Tokens {

  private static final Pattern SHAPE = Pattern.compile("lk[a-z]{2}_[0-9A-Za-z]{33}");
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int CHECKSUM = 6;

  private Tokens() {}

  /** As a search for the pattern, but hundreds of megabytes are left quickly where nothing is. */
  static boolean in(String text) {
    var token = SHAPE.matcher(text);
    for (int at = text.indexOf("lk"); at >= 0; at = text.indexOf("lk", at + 1)) {
      if (token.region(at, text.length()).lookingAt() && whole(token.group())) {
        return true;
      }
    }
    return false;
  }

  /** True when the text is one. */
  static boolean is(String text) {
    return SHAPE.matcher(text).matches() && whole(text);
  }

  /** The last six are the CRC-32 of what is before them, to the base of 62. */
  private static boolean whole(String token) {
    int end = token.length() - CHECKSUM;
    var crc = new CRC32();
    crc.update(token.substring(0, end).getBytes(US_ASCII));
    long rest = crc.getValue();
    for (int i = token.length() - 1; i >= end; i--) {
      if (token.charAt(i) != ALPHABET.charAt((int) (rest % ALPHABET.length()))) {
        return false;
      }
      rest /= ALPHABET.length();
    }
    return true;
  }
}
