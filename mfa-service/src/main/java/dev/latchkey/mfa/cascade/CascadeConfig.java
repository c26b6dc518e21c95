package dev.latchkey.mfa.cascade;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a cascade is waited for. */
@ConfigMapping(prefix = "latchkey.cascade")
public interface CascadeConfig {

  /** How long Kafka has. After that auth-service is told directly. */
  @WithDefault("PT1S")
  Duration patience();
}
