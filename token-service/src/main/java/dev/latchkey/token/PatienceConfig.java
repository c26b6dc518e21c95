package dev.latchkey.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long this service waits for its stores. */
@ConfigMapping(prefix = "latchkey.patience")
public interface PatienceConfig {

  /** For one answer of PostgreSQL; after that the request is answered 503. */
  @WithDefault("PT1.5S")
  Duration store();
}
