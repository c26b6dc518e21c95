package dev.latchkey.e2e.person;

import java.math.BigInteger;
import java.util.Locale;

/** RFC 4648, read the plain way: as one big number in base 32. */
public final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  public static byte[] decode(String text) {
    var clean = text.replace("=", "").toUpperCase(Locale.ROOT);
    var number = BigInteger.ZERO;
    for (int i = 0; i < clean.length(); i++) {
      int digit = ALPHABET.indexOf(clean.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("no base32");
      }
      number = number.shiftLeft(BITS).add(BigInteger.valueOf(digit));
    }
    int length = clean.length() * BITS / Byte.SIZE;
    var bytes = number.shiftRight(clean.length() * BITS % Byte.SIZE).toByteArray();
    var result = new byte[length];
    int copied = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - copied, result, length - copied, copied);
    return result;
  }
}
