package dev.latchkey.auth.session;

import dev.latchkey.contracts.event.MfaEvent.RecoveryCodeUsed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told who signed in with a recovery code.
 *
 * @param codesLeft how many codes are left; null when mfa-service did not say
 */
record RecoveryAdvice(@Nullable Integer codesLeft) {

  /** What to do now: the device is lost, so another one; and new codes before the last is gone. */
  List<String> next() {
    var next = new ArrayList<String>();
    next.add("set_up_two_factor_anew");
    if (codesLeft != null && codesLeft <= RecoveryCodeUsed.FEW) {
      next.add("renew_recovery_codes");
    }
    return next;
  }
}
