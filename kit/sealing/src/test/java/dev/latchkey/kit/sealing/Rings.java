package dev.latchkey.kit.sealing;

import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Rings with keys that tests can name. */
final class Rings {

  /** The bytes 0 to 31. */
  static final String FIRST = base64(0);

  /** The bytes 100 to 131. */
  static final String SECOND = base64(100);

  private Rings() {}

  static KeyRing old() {
    return KeyRing.of("k1", Map.of("k1", FIRST));
  }

  static KeyRing rotated() {
    return KeyRing.of("k2", Map.of("k1", FIRST, "k2", SECOND));
  }

  static KeyRing withoutTheOldKey() {
    return KeyRing.of("k2", Map.of("k2", SECOND));
  }

  static Sealing sealing(KeyRing ring) {
    return new Sealing(ring, RandomGenerator.getDefault());
  }

  private static String base64(int first) {
    var bytes = new byte[KeyRing.KEY_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
