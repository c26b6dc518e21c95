package dev.latchkey.mfa.recoverycode;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A recovery code: 80 random bits as 16 symbols of Crockford's base32, which has no i, l, o and u.
 * Silent in logs.
 *
 * @param symbols in lower case, without hyphens
 */
public record RecoveryCode(String symbols) {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{16}");

  /** What people put between symbols: spaces of any kind, hyphens and what editors make of them. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");

  private static final int SYMBOLS = 16;
  private static final int GROUP = 4;
  private static final int BITS_A_SYMBOL = 5;

  /** All other kinds of code are shorter: 6 digits of an app, 8 of a text message. */
  private static final int SHORTEST_MEANT = 12;

  /** Nobody types more; a longer text is not looked at. */
  private static final int LONGEST_TYPED = 64;

  public RecoveryCode {
    if (!SHAPE.matcher(symbols).matches()) {
      throw new IllegalArgumentException("a recovery code has 16 symbols of base32");
    }
  }

  /** A new code; the generator must be a cryptographic one. */
  static RecoveryCode random(RandomGenerator generator) {
    var bytes = new byte[SYMBOLS];
    generator.nextBytes(bytes);
    var symbols = new StringBuilder(SYMBOLS);
    for (byte chance : bytes) {
      // 32 symbols divide 256 evenly: five bits of each byte, none likelier than another.
      symbols.append(ALPHABET.charAt(chance & ((1 << BITS_A_SYMBOL) - 1)));
    }
    return new RecoveryCode(symbols.toString());
  }

  /**
   * True when somebody who typed this meant a recovery code, right or not: a slip of the pen must
   * not cost an attempt of the app's codes.
   */
  public static boolean meant(String typed) {
    return typed.length() > LONGEST_TYPED || plain(typed).length() >= SHORTEST_MEANT;
  }

  /**
   * The code that was typed: in any case, with or without hyphens and spaces, with the letters that
   * are read for digits. Nothing when it can't be one.
   */
  static Optional<RecoveryCode> typed(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var symbols = plain(typed).replace('o', '0').replace('i', '1').replace('l', '1');
    return SHAPE.matcher(symbols).matches()
        ? Optional.of(new RecoveryCode(symbols))
        : Optional.empty();
  }

  /** As people see it: four groups of four. */
  String shown() {
    var text = new StringBuilder();
    for (int begin = 0; begin < SYMBOLS; begin += GROUP) {
      text.append(begin == 0 ? "" : "-").append(symbols, begin, begin + GROUP);
    }
    return text.toString();
  }

  private static String plain(String typed) {
    return BETWEEN.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "RecoveryCode[redacted]";
  }
}
