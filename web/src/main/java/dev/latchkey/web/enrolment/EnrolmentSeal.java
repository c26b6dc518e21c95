package dev.latchkey.web.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.web.visit.WebConfig;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals an enrolment for the browser that began it.
 *
 * <p>The platform shows a new secret once, and nothing is kept here; yet people leave the page for
 * their app, phones throw a page away meanwhile, and a wrong code must not cost them the QR code.
 * In a hidden field it would be gone with the page, and travel in the clear with each form. So the
 * browser keeps it for ten minutes as a cookie that only we can open (AES-256-GCM), and only beside
 * the session that began it: whoever copies the cookie alone, from a disk or a log, has nothing.
 */
@Singleton
class EnrolmentSeal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  EnrolmentSeal(WebConfig config, SecureRandom random) {
    this.random = random;
    this.key = derive(Base64.getDecoder().decode(config.formKey()));
  }

  /** For a cookie. */
  String seal(PendingEnrolment enrolment, String session) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, session).doFinal(enrolment.text().getBytes(UTF_8));
      var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when it is not ours, or another session's. */
  Optional<PendingEnrolment> open(String cookie, String session) {
    try {
      var whole = Base64.getUrlDecoder().decode(cookie);
      if (whole.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      var nonce = Arrays.copyOf(whole, NONCE_BYTES);
      var sealed = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
      var text = cipher(Cipher.DECRYPT_MODE, nonce, session).doFinal(sealed);
      return PendingEnrolment.parse(new String(text, UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String session) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(session.getBytes(UTF_8));
    return cipher;
  }

  /** The key of forms is one for MACs: this purpose has its own. */
  private static SecretKeySpec derive(byte[] formKey) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(formKey, "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal("latchkey enrolment\0".getBytes(UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
