package dev.latchkey.mfa.twofactor;

import dev.latchkey.mfa.attempt.Verification;
import dev.latchkey.mfa.attempt.VerifyCode;
import dev.latchkey.mfa.recoverycode.RecoveryCode;
import dev.latchkey.mfa.recoverycode.RecoveryCodeVerification;
import dev.latchkey.mfa.removal.Removing;
import dev.latchkey.mfa.sms.SmsCode;
import dev.latchkey.mfa.smscode.SmsCodeVerification;
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
  private final SmsCodeVerification smsCodes;
  private final Removing removing;

  CodeVerification(
      TotpVerification totp,
      RecoveryCodeVerification recoveryCodes,
      SmsCodeVerification smsCodes,
      Removing removing) {
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
    this.smsCodes = smsCodes;
    this.removing = removing;
  }

  Uni<Verification> verify(VerifyCode command) {
    if (RecoveryCode.meant(command.typed())) {
      return recoveryCodes.verify(command).call(verification -> shown(command, verification));
    }
    // A text message can be redirected, so it is no step-up: there it is a wrong code of the app.
    return command.signIn() && SmsCode.meant(command.typed())
        ? smsCodes.verify(command).call(verification -> shown(command, verification))
        : totp.verify(command);
  }

  /**
   * What was said to be lost is not. Fails with the store, although the code is spent: who signed
   * in and did not stop the removal would lose the factor all the same.
   */
  private Uni<Void> shown(VerifyCode command, Verification verification) {
    return verification instanceof Verification.Passed
        ? removing.shown(command.account())
        : Uni.createFrom().voidItem();
  }
}
