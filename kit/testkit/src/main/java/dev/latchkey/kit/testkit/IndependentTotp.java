package dev.latchkey.kit.testkit;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URI;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app that shares no code with mfa-service: the library java-otp with its defaults
 * (SHA-1, 6 digits, 30 seconds) and a base32 reader of its own.
 */
public final class IndependentTotp {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_A_LETTER = 5;

  private final SecretKeySpec key;

  private IndependentTotp(byte[] secret) {
    this.key = new SecretKeySpec(secret, "HmacSHA1");
  }

  /** Reads the {@code secret} of an {@code otpauth} URI, as an app does. */
  public static IndependentTotp scanned(URI otpauth) {
    for (var parameter : otpauth.getRawQuery().split("&", -1)) {
      if (parameter.startsWith("secret=")) {
        return typed(parameter.substring("secret=".length()));
      }
    }
    throw new IllegalArgumentException("no secret in the URI");
  }

  /** The secret as a person types it: base32, spaces and small letters allowed. */
  public static IndependentTotp typed(String base32) {
    return new IndependentTotp(decode(base32));
  }

  /** The code at a moment, six digits. */
  public String codeAt(Instant moment) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(key, moment, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] decode(String base32) {
    var letters = base32.toUpperCase(Locale.ROOT).replaceAll("[ =]", "");
    var bytes = new byte[letters.length() * BITS_A_LETTER / Byte.SIZE];
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      int value = ALPHABET.indexOf(letters.charAt(bit / BITS_A_LETTER));
      if (value < 0) {
        throw new IllegalArgumentException("not base32");
      }
      int shift = BITS_A_LETTER - 1 - bit % BITS_A_LETTER;
      if ((value >> shift & 1) == 1) {
        bytes[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
      }
    }
    return bytes;
  }
}
