package dev.latchkey.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the sending of mail is. */
@ConfigMapping(prefix = "latchkey.mail")
public interface MailConfig {

  /** A mail server that needs longer for one mail is given up for now. */
  @WithDefault("PT20S")
  Duration timeout();
}
