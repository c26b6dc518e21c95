package dev.latchkey.mfa.recoveryphone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may turn about recovery phones: docs/how-to/recovery-phone.md. */
@ConfigMapping(prefix = "latchkey.phone")
public interface PhoneConfig {

  /**
   * From its validation a number has so long to wait until codes for a sign-in go to it: time for
   * the owner to read the notice. The number before it counts until then.
   */
  @WithDefault("PT24H")
  Duration delay();

  /**
   * After a password reset a text message is no second factor for so long (NIST SP 800-63B-4,
   * 4.2.2.2): mailbox and phone number may have been taken over together.
   */
  @WithDefault("PT24H")
  Duration afterReset();

  /** How many accounts may have one number. */
  @WithDefault("5")
  int accountsPerNumber();
}
