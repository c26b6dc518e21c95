package dev.latchkey.auth.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A password as a person typed it, brought to Unicode form NFKC, so that the same keys on another
 * system give the same password (NIST SP 800-63B-4, 3.1.1.2). It never shows itself.
 */
public final class Password {

  /** Longest password in code points: far beyond what people use, short enough to be cheap. */
  public static final int LONGEST = 1024;

  private final byte[] utf8;
  private final int length;

  private Password(byte[] utf8, int length) {
    this.utf8 = utf8;
    this.length = length;
  }

  /**
   * Reads a password. Nothing when it has more than {@link #LONGEST} code points or is not Unicode
   * text (half a surrogate pair): such a text is nobody's password.
   */
  public static Optional<Password> parse(String typed) {
    if (typed.length() > 2 * LONGEST || typed.codePointCount(0, typed.length()) > LONGEST) {
      return Optional.empty();
    }
    var normal = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    try {
      // A plain getBytes() would turn every stray surrogate into the same question mark.
      var encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(normal));
      var bytes = Arrays.copyOf(encoded.array(), encoded.limit());
      Arrays.fill(encoded.array(), (byte) 0);
      return Optional.of(new Password(bytes, normal.codePointCount(0, normal.length())));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a password.
   *
   * @throws IllegalArgumentException where {@link #parse} has nothing
   */
  public static Password of(String typed) {
    return parse(typed).orElseThrow(() -> new IllegalArgumentException("not a password"));
  }

  /** Length in code points, after normalisation. */
  public int length() {
    return length;
  }

  /** The normalised bytes themselves, not a copy. */
  byte[] utf8() {
    return utf8;
  }

  String text() {
    return new String(utf8(), UTF_8);
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
