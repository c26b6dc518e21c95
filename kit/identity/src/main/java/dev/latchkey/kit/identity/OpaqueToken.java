package dev.latchkey.kit.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A secret that means nothing by itself: five characters of prefix, 160 random bits as 27
 * characters and a checksum of 6, all of the checked part letters and digits. The checksum tells a
 * token from a password or a typing error without a look-up; it is no protection.
 */
public final class OpaqueToken {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger RADIX = BigInteger.valueOf(ALPHABET.length());
  private static final List<TokenKind> KINDS = List.of(TokenKind.values());
  private static final int SECRET_BYTES = 20;
  private static final int PREFIX = 5;
  private static final int BODY = 27;
  private static final int CHECKSUM = 6;

  /** Length of every token, in characters. */
  public static final int LENGTH = PREFIX + BODY + CHECKSUM;

  private final TokenKind kind;
  private final String text;

  private OpaqueToken(TokenKind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /**
   * A new token.
   *
   * @param random must be a cryptographic one ({@code SecureRandom}), except in tests
   */
  public static OpaqueToken mint(TokenKind kind, RandomGenerator random) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var checked = kind.prefix() + base62(new BigInteger(1, secret), BODY);
    return new OpaqueToken(kind, checked + checksum(checked));
  }

  /** The token in a text, if the text is one: of known kind and with the right checksum. */
  public static Optional<OpaqueToken> parse(@Nullable String text) {
    if (text == null || text.length() != LENGTH) {
      return Optional.empty();
    }
    // All is computed before anything is decided, so that time tells nothing about which part fits.
    boolean plain = plain(text);
    boolean whole = same(checksum(text.substring(0, PREFIX + BODY)), text.substring(PREFIX + BODY));
    var kind = kind(text.substring(0, PREFIX));
    if (kind == null || !(plain & whole)) {
      return Optional.empty();
    }
    return Optional.of(new OpaqueToken(kind, text));
  }

  // Plain loops: each request comes through here several times.

  private static boolean plain(String text) {
    boolean plain = true;
    for (int i = PREFIX; i < LENGTH; i++) {
      char sign = text.charAt(i);
      plain &= within(sign, '0', '9') | within(sign, 'A', 'Z') | within(sign, 'a', 'z');
    }
    return plain;
  }

  private static boolean within(char sign, char first, char last) {
    return sign >= first & sign <= last;
  }

  private static @Nullable TokenKind kind(String prefix) {
    TokenKind found = null;
    for (var kind : KINDS) {
      found = same(kind.prefix(), prefix) ? kind : found;
    }
    return found;
  }

  /** The secret itself: for its owner, once, and for the keyed hash. Never for a log. */
  public String text() {
    return text;
  }

  /** What the token is for. */
  public TokenKind kind() {
    return kind;
  }

  /** What may be shown again: prefix, six characters, ten asterisks, the last six. */
  public String redacted() {
    return text.substring(0, PREFIX + 6) + "*".repeat(10) + text.substring(LENGTH - 6);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpaqueToken token && same(text, token.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Redacted, so that a token that gets into a log is of no use there. */
  @Override
  public String toString() {
    return redacted();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }

  private static String checksum(String checked) {
    var crc = new CRC32();
    crc.update(checked.getBytes(US_ASCII));
    var digits = new char[CHECKSUM];
    long rest = crc.getValue();
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }

  private static String base62(BigInteger number, int length) {
    var digits = new char[length];
    var rest = number;
    for (int i = length - 1; i >= 0; i--) {
      var parts = rest.divideAndRemainder(RADIX);
      digits[i] = ALPHABET.charAt(parts[1].intValue());
      rest = parts[0];
    }
    return new String(digits);
  }
}
