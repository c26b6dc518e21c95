package dev.latchkey.kit.sealing;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** The key rings. A ring that a service never uses may be left out. */
@ConfigMapping(prefix = "latchkey.sealing")
public interface SealingConfig {

  /** For columns of the service's own database. */
  Optional<Ring> columns();

  /** For messages and origins on their way to notification-service. */
  Optional<Ring> messages();

  /** Keys by id. To rotate: add a key, make it current, re-seal, take the old key away. */
  public interface Ring {

    /** Id of the key that seals. */
    String current();

    /** Key id to 32 random bytes in base64. */
    Map<String, String> keys();
  }
}
