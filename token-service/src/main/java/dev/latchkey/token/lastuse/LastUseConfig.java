package dev.latchkey.token.lastuse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How exactly uses are noted. */
@ConfigMapping(prefix = "latchkey.last-use")
public interface LastUseConfig {

  /**
   * A token's use is written at most once in this time; what is shown is as old as this at most.
   */
  @WithDefault("PT1H")
  Duration every();
}
