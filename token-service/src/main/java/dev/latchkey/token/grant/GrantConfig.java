package dev.latchkey.token.grant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what a client has is good. */
@ConfigMapping(prefix = "latchkey.grant")
public interface GrantConfig {

  /** A code: at most a minute at ASVS level 3 (10.4.3), ten at level 1. */
  @WithDefault("PT1M")
  Duration codeLifetime();

  /** An access token. */
  @WithDefault("PT2H")
  Duration accessLifetime();

  /** An authorization, from the exchange of its code on, however often it is refreshed. */
  @WithDefault("P30D")
  Duration absoluteLifetime();
}
