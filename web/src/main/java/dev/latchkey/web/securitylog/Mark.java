package dev.latchkey.web.securitylog;

import dev.latchkey.web.securitylog.SecurityLogApi.Line;
import java.util.Set;

/** Which lines their owner should look at twice. A type that we do not know is none of them. */
enum Mark {
  NONE,
  /** What a thief would do, or what one has tried. */
  CHECK,
  /** A sign-in from where no second factor was shown before. */
  NEW_DEVICE;

  private static final Set<String> THIEF =
      Set.of(
          "sign_in_refused",
          "second_factor_exhausted",
          "mfa_disabled",
          "mfa_change_refused",
          "two_factor_removal_asked",
          "two_factor_removal_approved",
          "email_changed",
          "recovery_code_used",
          "recovery_codes_viewed",
          "recovery_phone_added",
          "recovery_phone_removed");

  static Mark of(Line line) {
    if (line.type().equals("signed_in")) {
      // With the password alone no device is remembered: each would look new.
      return line.is("new_device") && line.proofs().size() > 1 ? NEW_DEVICE : NONE;
    }
    boolean check =
        THIEF.contains(line.type())
            || (line.type().equals("password_changed") && line.is("reset"))
            || (line.type().equals("mfa_enabled") && line.is("replaced"))
            || (line.type().equals("client_updated") && line.is("redirected"));
    return check ? CHECK : NONE;
  }
}
