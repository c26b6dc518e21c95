package dev.latchkey.web.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form carries to show that one of our pages made it, for this browser: a MAC over the
 * browser's own cookie. A stranger's page has neither the cookie nor the key (signed double
 * submit).
 */
@Singleton
class FormToken {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  FormToken(WebConfig config) {
    var bytes = Base64.getDecoder().decode(config.formKey());
    if (bytes.length < KEY_BYTES) {
      throw new IllegalStateException("latchkey.web.form-key must have 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  String of(String browser) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      var sum = mac.doFinal(("latchkey form\0" + browser).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean right(String browser, String presented) {
    return MessageDigest.isEqual(of(browser).getBytes(UTF_8), presented.getBytes(UTF_8));
  }
}
