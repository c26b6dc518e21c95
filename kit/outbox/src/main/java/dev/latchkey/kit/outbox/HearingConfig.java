package dev.latchkey.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient an ear is with a record whose effect fails. */
@ConfigMapping(prefix = "latchkey.hearing")
public interface HearingConfig {

  /** Tries before a record goes to the dead letters; a transient failure is not a try. */
  @WithDefault("5")
  int tries();

  /** Pause before the second try; each further one is four times as long. */
  @WithDefault("PT0.2S")
  Duration firstPause();

  /** No pause is longer. */
  @WithDefault("PT10S")
  Duration longestPause();
}
