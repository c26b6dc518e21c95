package dev.latchkey.local.launcher.people;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator app would show; made by another library than the platform's own. */
public final class TotpCode {

  private TotpCode() {}

  /**
   * The code of a time.
   *
   * @param secret base32
   */
  public static String at(String secret, Instant time) {
    var generator = new TimeBasedOneTimePasswordGenerator();
    var key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
    try {
      return generator.generateOneTimePasswordString(key, time, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("not a TOTP secret", e);
    }
  }
}
