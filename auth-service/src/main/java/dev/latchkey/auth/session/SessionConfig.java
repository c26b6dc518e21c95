package dev.latchkey.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a session lives. AAL2 (NIST SP 800-63B-4 section 2.2.3) asks for 24 h and 1 h. */
@ConfigMapping(prefix = "latchkey.session")
public interface SessionConfig {

  /** Longest life, whatever the use. */
  @WithDefault("P30D")
  Duration absolute();

  /** Longest life without use. */
  @WithDefault("P14D")
  Duration idle();
}
