package dev.latchkey.token.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may want to turn about OAuth clients. */
@ConfigMapping(prefix = "latchkey.client")
public interface ClientConfig {

  /** How many an account may have at a time. */
  @WithDefault("50")
  int mostPerAccount();
}
