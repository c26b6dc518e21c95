package dev.latchkey.cli.securitylog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a line of the log says, in words; the type itself for one that this latch does not know. */
final class Sentence {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("account_registered", "Account made"),
          Map.entry("email_verified", "Address verified"),
          Map.entry("email_changed", "Address changed"),
          Map.entry("password_changed", "Password changed"),
          Map.entry("account_closed", "Account closed"),
          Map.entry("signed_in", "Signed in"),
          Map.entry("sign_in_refused", "Sign-in refused, the password was right"),
          Map.entry("sessions_revoked", "Sessions ended"),
          Map.entry("api_key_rotated", "API key replaced"),
          Map.entry("mfa_change_refused", "Change of two-factor refused"),
          Map.entry("ssh_key_added", "SSH key added"),
          Map.entry("ssh_key_removed", "SSH key removed"),
          Map.entry("operator_acted", "The platform's staff did something"),
          Map.entry("code_attempts_forgiven", "Staff lifted the wait after wrong codes"),
          Map.entry("two_factor_removal_asked", "Staff was asked to switch two-factor off"),
          Map.entry("two_factor_removal_approved", "Staff agreed to switch two-factor off"),
          Map.entry("two_factor_removal_cancelled", "Two-factor stays on"),
          Map.entry("mfa_enabled", "Two-factor switched on"),
          Map.entry("mfa_disabled", "Two-factor switched off"),
          Map.entry("recovery_codes_issued", "Recovery codes made"),
          Map.entry("recovery_codes_viewed", "Recovery codes looked at"),
          Map.entry("recovery_code_used", "Recovery code used"),
          Map.entry("recovery_phone_added", "Recovery phone set"),
          Map.entry("recovery_phone_removed", "Recovery phone removed"),
          Map.entry("second_factor_exhausted", "Too many wrong codes: factor switched off"),
          Map.entry("authorization_created", "Authorization made"),
          Map.entry("authorization_rotated", "Authorization has a new token"),
          Map.entry("authorization_revoked", "Authorization revoked"),
          Map.entry("authorization_expiring", "Authorization ends soon"),
          Map.entry("authorization_expired", "Authorization ended"),
          Map.entry("client_registered", "Application made"),
          Map.entry("client_updated", "Application changed"),
          Map.entry("client_secret_rotated", "Application has a new secret"),
          Map.entry("client_removed", "Application removed"));

  private static final Map<String, String> DEEDS =
      Map.of(
          "looked_up", "Staff looked at the account",
          "log_read", "Staff read this log",
          "sessions_ended", "Staff ended all sessions",
          "password_attempts_forgiven", "Staff lifted the wait after wrong passwords");

  private Sentence() {}

  static String of(JsonNode line) {
    var type = line.path("type").asText();
    var description = line.path("data").path("description").asText("");
    var words = WORDS.getOrDefault(type, type.replace('_', ' '));
    if (type.equals("password_changed") && line.path("data").path("reset").asBoolean()) {
      words = "Password reset by mail";
    }
    if (type.equals("mfa_enabled") && line.path("data").path("replaced").asBoolean()) {
      words = "Two-factor moved to another device";
    }
    if (type.equals("operator_acted")) {
      words = DEEDS.getOrDefault(line.path("data").path("deed").asText(), words);
    }
    return description.isEmpty() ? words : words + ": " + description;
  }
}
