package dev.latchkey.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals bytes with AES-256-GCM. Each purpose (say {@code totp.secret}) has a key of its own, made
 * by HKDF-SHA256 from the ring's current key; the context (say the row's id) is authenticated, so a
 * sealed value that is moved to another row, column or service does not open.
 *
 * <p>The text is {@code <key id>.<base64url of nonce, ciphertext and tag>}. Safe for use by many
 * threads.
 */
public final class Sealing {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final String SCHEME = "latchkey/sealing/1/";
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final KeyRing ring;
  private final RandomGenerator random;

  Sealing(KeyRing ring, RandomGenerator random) {
    this.ring = ring;
    this.random = random;
  }

  /**
   * Seals under the ring's current key.
   *
   * @param purpose a constant of the calling code that names what is sealed
   * @param context what the value belongs to; the same must be given to open it
   */
  public String seal(String purpose, String context, byte[] plain) {
    // Random nonces are sound for 2^32 values a key (NIST SP 800-38D, 8.3); a key here is one
    // purpose of one service, so rotation comes long before that.
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var key = ring.key(ring.current()).orElseThrow();
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, key, purpose, context, nonce).doFinal(plain);
      var bytes = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return ring.current() + "." + TEXT.encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot seal", e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBroken when anything is wrong: another purpose or context, a changed or malformed
   *     text, a key id that the ring doesn't have
   */
  public byte[] open(String purpose, String context, String sealed) {
    var key = ring.key(keyId(sealed)).orElseThrow(() -> new SealBroken("unknown key id"));
    var bytes = bytes(sealed);
    var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, purpose, context, nonce)
          .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("sealed value does not open here", e);
    }
  }

  /** True when the text is sealed under the ring's current key; others are due for re-sealing. */
  public boolean current(String sealed) {
    return keyId(sealed).equals(ring.current());
  }

  private static Cipher cipher(
      int mode, SecretKey ringKey, String purpose, String context, byte[] nonce)
      throws GeneralSecurityException {
    var ofPurpose =
        HKDFParameterSpec.ofExtract()
            .addIKM(ringKey)
            .thenExpand((SCHEME + purpose).getBytes(UTF_8), KeyRing.KEY_BYTES);
    var key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", ofPurpose);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(context.getBytes(UTF_8));
    return cipher;
  }

  private static String keyId(String sealed) {
    return sealed.substring(0, Math.max(0, sealed.indexOf('.')));
  }

  private static byte[] bytes(String sealed) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
    } catch (IllegalArgumentException e) {
      throw new SealBroken("sealed value is malformed", e);
    }
    if (bytes.length < NONCE_BYTES + TAG_BYTES) {
      throw new SealBroken("sealed value is too short");
    }
    return bytes;
  }
}
