package dev.latchkey.mfa.twofactor;

import dev.latchkey.mfa.attempt.Verification;
import dev.latchkey.mfa.attempt.VerifyCode;
import dev.latchkey.mfa.recoverycode.RecoveryCode;
import dev.latchkey.mfa.recoverycode.RecoveryCodeVerification;
import dev.latchkey.mfa.totp.TotpVerification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Verifies whatever was typed where a code is asked: there is one field for all kinds, and the form
 * of the text tells which kind was meant.
 */
@ApplicationScoped
class CodeVerification {

  private final TotpVerification totp;
  private final RecoveryCodeVerification recoveryCodes;

  CodeVerification(TotpVerification totp, RecoveryCodeVerification recoveryCodes) {
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
  }

  Uni<Verification> verify(VerifyCode command) {
    return RecoveryCode.meant(command.typed())
        ? recoveryCodes.verify(command)
        : totp.verify(command);
  }
}
