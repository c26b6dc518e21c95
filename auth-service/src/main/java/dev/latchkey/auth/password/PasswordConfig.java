package dev.latchkey.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/**
 * What a password hash costs. Raising it takes effect on the next sign-in of each account; lower
 * than the recommended minimum (OWASP, Password Storage) the service does not start.
 *
 * <p>Until that sign-in an account's password is checked at the old cost, and an unknown address is
 * made to wait at the new one: time tells the two apart. So change it seldom, and in one step; how
 * many accounts are left, and what to do about them: docs/threats/edge.md.
 */
@ConfigMapping(prefix = "latchkey.password")
public interface PasswordConfig {

  /** Memory of one hash in KiB, from 19,456 to 1,048,576. */
  @WithDefault("19456")
  int memory();

  /** Passes over the memory, from 2 to 100. */
  @WithDefault("2")
  int iterations();

  /**
   * Lanes, from 1 to 16; they run one after the other here, because other hashes use the other
   * cores. More than one makes a hash take three times as long (ADR 32), and a guess no dearer.
   */
  @WithDefault("1")
  int parallelism();

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
