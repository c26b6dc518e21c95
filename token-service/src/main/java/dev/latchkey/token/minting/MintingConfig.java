package dev.latchkey.token.minting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may want to turn about authorizations. */
@ConfigMapping(prefix = "latchkey.minting")
public interface MintingConfig {

  /** How long a sign-in of the command line lasts at most, and when it does not say. */
  @WithDefault("P30D")
  Duration signInLifetime();

  /** So long before an explicit authorization ends its owner is told; decided when it is made. */
  @WithDefault("P7D")
  Duration warnBefore();
}
