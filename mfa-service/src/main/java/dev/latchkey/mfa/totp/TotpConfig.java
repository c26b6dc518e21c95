package dev.latchkey.mfa.totp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may turn about authenticator apps. */
@ConfigMapping(prefix = "latchkey.totp")
public interface TotpConfig {

  /** The name that apps show beside the account. Must not contain a colon. */
  @WithDefault("Latchkey")
  String issuer();
}
