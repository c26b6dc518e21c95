package dev.latchkey.kit.sealing;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys by id, one of which seals; the others still open what they sealed before a rotation. */
final class KeyRing {

  static final int KEY_BYTES = 32;

  // No dot: it parts the key id from the rest of a sealed text.
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final String current;
  private final Map<String, SecretKey> keys;

  private KeyRing(String current, Map<String, SecretKey> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * Reads a ring of base64 keys.
   *
   * @throws IllegalArgumentException naming the key id, never the key, when one is not 32 bytes of
   *     base64, has an id that cannot be written, or the current one is not there
   */
  static KeyRing of(String current, Map<String, String> base64) {
    var keys = new HashMap<String, SecretKey>();
    base64.forEach((id, text) -> keys.put(checked(id), key(id, text)));
    if (!keys.containsKey(current)) {
      throw new IllegalArgumentException("the ring has no key with the current id " + current);
    }
    return new KeyRing(current, Map.copyOf(keys));
  }

  /** A secret of 32 bytes, as written in the configuration under {@code name}. */
  static SecretKey key(String name, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      // Without the cause: it quotes a character of the key.
      throw new IllegalArgumentException("key " + name + " is not base64");
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("key " + name + " is not 32 bytes");
    }
    return new SecretKeySpec(bytes, "Generic");
  }

  String current() {
    return current;
  }

  Optional<SecretKey> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  private static String checked(String id) {
    if (!KEY_ID.matcher(id).matches()) {
      throw new IllegalArgumentException("key id " + id + " is not letters, digits, - and _");
    }
    return id;
  }
}
