package dev.latchkey.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;

/**
 * What a password hash costs. Raising it takes effect on the next sign-in of each account; lower
 * than the recommended minimum (OWASP, Password Storage) the service does not start.
 */
@ConfigMapping(prefix = "latchkey.password")
public interface PasswordConfig {

  /** Memory of one hash in KiB. */
  @WithDefault("19456")
  @Min(19456) @Max(1048576) int memory();

  /** Passes over the memory. */
  @WithDefault("2")
  @Min(2) @Max(100) int iterations();

  /** Lanes; they run one after the other here, because other hashes use the other cores. */
  @WithDefault("1")
  @Min(1) @Max(16) int parallelism();

  /**
   * Keys that are mixed into every password before it is hashed and live apart from the database: a
   * stolen table alone is then no use. To rotate: add a key and make it current; take the old key
   * away when no hash names it any more.
   */
  @ConfigMapping(prefix = "latchkey.pepper")
  interface PepperConfig {

    /** Id of the key that new hashes use. */
    String current();

    /** Key id to 32 random bytes in base64. */
    Map<String, String> keys();
  }
}
