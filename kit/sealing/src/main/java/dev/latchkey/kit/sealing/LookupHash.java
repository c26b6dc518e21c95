package dev.latchkey.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keyed hash under which a random token is stored and found: HMAC-SHA256. Without the key a
 * database dump gives no token, and a token of a dump elsewhere is not found here. Only for random
 * tokens: a password needs a slow hash.
 */
@Singleton
public final class LookupHash {

  private static final String HMAC = "HmacSHA256";

  private final SecretKey key;

  LookupHash(@ConfigProperty(name = "latchkey.token-hash.key") String base64) {
    key = KeyRing.key("latchkey.token-hash.key", base64);
  }

  /**
   * The token's look-up key, 32 bytes.
   *
   * @param purpose a constant of the calling code (say {@code session}): one token under two
   *     purposes has two hashes
   */
  public byte[] of(String purpose, String token) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(purpose.getBytes(UTF_8));
      // Parts the two: no purpose has a NUL in it.
      mac.update((byte) 0);
      return mac.doFinal(token.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + HMAC, e);
    }
  }
}
