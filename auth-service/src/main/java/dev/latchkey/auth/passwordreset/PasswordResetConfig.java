package dev.latchkey.auth.passwordreset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Password resets, as an operator may turn them. */
@ConfigMapping(prefix = "latchkey.password-reset")
public interface PasswordResetConfig {

  /** The page that takes the link of the mail; the token is added as a query parameter. */
  @WithDefault("${latchkey.public-url}/dashboard/password-reset")
  URI page();

  /** How long the link of the mail works. */
  @WithDefault("PT1H")
  Duration linkLife();

  /** Most mails to one address in an hour, whether or not it has an account. */
  @WithDefault("5")
  int perMailboxAndHour();

  /** Most requests from one client address in an hour. */
  @WithDefault("20")
  int perClientAndHour();
}
