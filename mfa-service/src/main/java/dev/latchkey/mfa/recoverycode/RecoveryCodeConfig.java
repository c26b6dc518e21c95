package dev.latchkey.mfa.recoverycode;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may turn about recovery codes. */
@ConfigMapping(prefix = "latchkey.recovery-codes")
public interface RecoveryCodeConfig {

  /** How codes are kept: docs/adr/0013-recovery-codes.md. */
  @WithDefault("viewable")
  Policy policy();

  /** How codes are kept. */
  enum Policy {
    /** Sealed beside their hash: their owner can look at those that are left. */
    VIEWABLE,
    /** As a hash only: shown once, when they are issued. */
    HASHED
  }
}
