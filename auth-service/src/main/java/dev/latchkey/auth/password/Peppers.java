package dev.latchkey.auth.password;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The pepper keys by id: see {@link PasswordConfig.PepperConfig}. */
final class Peppers {

  private static final int KEY_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  // What a parameter of a PHC string may consist of.
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9.-]{1,32}");

  private final String current;
  private final Map<String, SecretKeySpec> keys;

  private Peppers(String current, Map<String, SecretKeySpec> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException naming the key id, never the key
   */
  static Peppers of(String current, Map<String, String> base64) {
    var keys = new HashMap<String, SecretKeySpec>();
    base64.forEach((id, text) -> keys.put(checked(id), key(id, text)));
    if (!keys.containsKey(current)) {
      throw new IllegalArgumentException("there is no pepper with the current id " + current);
    }
    return new Peppers(current, Map.copyOf(keys));
  }

  String current() {
    return current;
  }

  /**
   * The password under that key: 32 bytes, to be overwritten after use.
   *
   * @throws IllegalStateException when the key is gone; no password of such a hash can be checked
   */
  byte[] mix(String id, Password password) {
    var key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException("pepper " + id + " is not configured but hashes name it");
    }
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(password.utf8());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot pepper", e);
    }
  }

  private static String checked(String id) {
    if (!KEY_ID.matcher(id).matches()) {
      throw new IllegalArgumentException("pepper id " + id + " is not letters, digits, - and .");
    }
    return id;
  }

  private static SecretKeySpec key(String id, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      // Without the cause: it quotes a character of the key.
      throw new IllegalArgumentException("pepper " + id + " is not base64");
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("pepper " + id + " is not 32 bytes");
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}
