package dev.latchkey.mfa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Seals something as kit/sealing documents it, under any key: HKDF by hand (RFC 5869), AES-256-GCM.
 */
public final class IndependentSeal {

  private static final String HMAC = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String kid;
  private final byte[] key;

  private IndependentSeal(String kid, byte[] key) {
    this.kid = kid;
    this.key = key;
  }

  /** Under a key that need not be in the ring. */
  public static IndependentSeal under(String kid, String base64) {
    return new IndependentSeal(kid, Base64.getDecoder().decode(base64));
  }

  /** Under the key of that name in the ring of the tests. */
  public static IndependentSeal ofTheRing(String kid) {
    var name = "latchkey.sealing.columns.keys." + kid;
    return under(kid, ConfigProvider.getConfig().getValue(name, String.class));
  }

  /** The sealed text. */
  public String seal(String purpose, String context, byte[] plain) throws GeneralSecurityException {
    var nonce = new byte[NONCE_BYTES];
    nonce[0] = 1;
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var parameters = new GCMParameterSpec(TAG_BITS, nonce);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keyOf(purpose), "AES"), parameters);
    cipher.updateAAD(context.getBytes(UTF_8));
    var sealed = cipher.doFinal(plain);
    var bytes = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return kid + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] keyOf(String purpose) throws GeneralSecurityException {
    var extracted = hmac(new byte[32], key);
    var info = ("latchkey/sealing/1/" + purpose).getBytes(UTF_8);
    return hmac(extracted, ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    var mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(text);
  }
}
