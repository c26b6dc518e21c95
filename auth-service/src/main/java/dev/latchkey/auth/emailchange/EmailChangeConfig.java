package dev.latchkey.auth.emailchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Changes of address, as an operator may turn them. */
@ConfigMapping(prefix = "latchkey.email-change")
public interface EmailChangeConfig {

  /** The page that takes the link of the mail; the token is added as a query parameter. */
  @WithDefault("${latchkey.public-url}/dashboard/verify")
  URI verifyPage();

  /** How long the link of the mail works. */
  @WithDefault("PT1H")
  Duration linkLife();
}
