package dev.latchkey.mfa.totp;

import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The key that an authenticator app and this service share. Silent in logs. */
public final class TotpSecret {

  /** 160 bits: what RFC 4226 section 4 (R6) recommends, and the block that apps expect. */
  private static final int BYTES = 20;

  private final byte[] key;

  private TotpSecret(byte[] key) {
    this.key = key;
  }

  /** A new secret; the generator must be a cryptographic one. */
  public static TotpSecret random(RandomGenerator generator) {
    var key = new byte[BYTES];
    generator.nextBytes(key);
    return new TotpSecret(key);
  }

  /**
   * A known secret.
   *
   * @throws IllegalArgumentException when it is shorter than 160 bits
   */
  public static TotpSecret of(byte[] key) {
    if (key.length < BYTES) {
      throw new IllegalArgumentException("a secret has at least " + BYTES + " bytes");
    }
    return new TotpSecret(key.clone());
  }

  /** For typing it in by hand and for the key URI: base32 without padding. */
  public String base32() {
    return Base32.builder().get().encodeAsString(key).replace("=", "");
  }

  /** For sealing it. */
  public byte[] bytes() {
    return key.clone();
  }

  byte[] mac(String algorithm, byte[] message) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return "TotpSecret[redacted]";
  }
}
