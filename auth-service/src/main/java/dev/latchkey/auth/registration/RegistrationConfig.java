package dev.latchkey.auth.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Sign-up, as an operator may turn it. */
@ConfigMapping(prefix = "latchkey.registration")
public interface RegistrationConfig {

  /** The page that takes the link of the mail; the token is added as a query parameter. */
  @WithDefault("${latchkey.public-url}/dashboard/verify")
  URI verifyPage();

  /** How long the link of the mail works. */
  @WithDefault("PT24H")
  Duration linkLife();

  /** Most sign-ups from one client address in an hour. */
  @WithDefault("20")
  int perAddressAndHour();

  /** Most sign-ups of one mailbox in an hour, whether or not it has an account: each is a mail. */
  @WithDefault("5")
  int perMailboxAndHour();
}
