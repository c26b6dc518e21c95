package dev.latchkey.kit.sealing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Keys that seal nothing but what is measured. */
public final class BenchKeys {

  private static final String ID = "k1";
  private static final Map<String, String> KEYS =
      Map.of(ID, Base64.getEncoder().encodeToString(new byte[KeyRing.KEY_BYTES]));

  private BenchKeys() {}

  /** One key. */
  public static Sealing sealing() {
    return new Sealing(KeyRing.of(ID, KEYS), new SecureRandom());
  }

  /** One key. */
  public static LookupHash lookupHash() {
    return new LookupHash(
        new TokenHashConfig() {
          @Override
          public Optional<String> current() {
            return Optional.of(ID);
          }

          @Override
          public Map<String, String> keys() {
            return KEYS;
          }

          @Override
          public Optional<String> key() {
            return Optional.empty();
          }
        });
  }
}
