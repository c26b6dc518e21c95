package dev.latchkey.web.securitylog;

import dev.latchkey.web.page.Moments;
import dev.latchkey.web.securitylog.SecurityLogApi.Line;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;

/** What a line says, in words; one of a type that we do not know has its plain name. */
@Singleton
class Sentences {

  private final SecurityLogMessages messages;

  Sentences(SecurityLogMessages messages) {
    this.messages = messages;
  }

  String of(Line line) {
    return switch (line.type()) {
      case "account_registered" -> messages.accountRegistered();
      case "email_verified" -> messages.emailVerified();
      case "email_changed" -> messages.emailChanged();
      case "password_changed" ->
          line.is("reset") ? messages.passwordReset() : messages.passwordChanged();
      case "account_closed" -> messages.accountClosed();
      case "signed_in" -> signedIn(line);
      case "sign_in_refused" -> messages.signInRefused();
      case "sessions_revoked" -> because(messages.sessionsRevoked(), line);
      case "api_key_rotated" -> because(messages.apiKeyRotated(), line);
      case "mfa_change_refused" -> messages.mfaChangeRefused();
      case "ssh_key_added" -> messages.sshKeyAdded();
      case "ssh_key_removed" -> messages.sshKeyRemoved();
      case "mfa_enabled" -> line.is("replaced") ? messages.mfaReplaced() : messages.mfaEnabled();
      case "mfa_disabled" -> messages.mfaDisabled();
      case "recovery_codes_issued" -> messages.recoveryCodesIssued();
      case "recovery_codes_viewed" -> messages.recoveryCodesViewed();
      case "recovery_code_used" -> messages.recoveryCodeUsed(line.text("left"));
      case "recovery_phone_added" -> messages.recoveryPhoneAdded();
      case "recovery_phone_removed" -> messages.recoveryPhoneRemoved();
      case "second_factor_exhausted" -> messages.secondFactorExhausted();
      case "operator_acted" -> operator(line);
      case "code_attempts_forgiven" -> messages.codeAttemptsForgiven();
      case "two_factor_removal_asked" -> messages.removalAsked();
      case "two_factor_removal_approved" -> messages.removalApproved(minute(line.text("due_at")));
      case "two_factor_removal_cancelled" ->
          line.text("operator").isEmpty()
              ? messages.removalStoppedByUse()
              : messages.removalTakenBack();
      default -> access(line);
    };
  }

  private static String minute(String moment) {
    try {
      return Moments.minute(Instant.parse(moment));
    } catch (DateTimeException e) {
      return moment;
    }
  }

  private String operator(Line line) {
    return switch (line.text("deed")) {
      case "looked_up" -> messages.lookedUpByUs();
      case "log_read" -> messages.logReadByUs();
      case "sessions_ended" -> messages.signedOutByUs();
      case "password_attempts_forgiven" -> messages.passwordAttemptsForgiven();
      default -> messages.actedByUs();
    };
  }

  /** What the sentence is about, in its owner's or a stranger's words; empty without any. */
  String about(Line line) {
    return switch (line.type()) {
      case "ssh_key_added", "ssh_key_removed" -> line.text("fingerprint");
      case "recovery_phone_added" -> line.text("number");
      case "operator_acted",
          "code_attempts_forgiven",
          "two_factor_removal_asked",
          "two_factor_removal_approved",
          "two_factor_removal_cancelled" ->
          line.text("operator");
      default -> line.text("description");
    };
  }

  private String access(Line line) {
    return switch (line.type()) {
      case "authorization_created" ->
          line.is("sign_in") ? messages.commandLineSignedIn() : messages.authorizationCreated();
      case "authorization_rotated" -> messages.authorizationRotated();
      case "authorization_revoked" -> messages.authorizationRevoked();
      case "authorization_expiring" -> messages.authorizationExpiring();
      case "authorization_expired" -> messages.authorizationExpired();
      case "client_registered" -> messages.clientRegistered();
      case "client_updated" ->
          line.is("redirected") ? messages.clientRedirected() : messages.clientUpdated();
      case "client_secret_rotated" -> messages.clientSecretRotated();
      case "client_removed" -> messages.clientRemoved();
      default -> plain(line.type());
    };
  }

  private String signedIn(Line line) {
    var proofs = line.proofs();
    if (proofs.contains("recovery_code")) {
      return messages.signedInByRecoveryCode();
    }
    if (proofs.contains("sms")) {
      return messages.signedInBySms();
    }
    return proofs.contains("otp") ? messages.signedInByApp() : messages.signedIn();
  }

  private String because(String what, Line line) {
    var why =
        switch (line.text("cause")) {
          case "two_factor_enabled" -> messages.becauseTwoFactorEnabled();
          case "two_factor_disabled" -> messages.becauseTwoFactorDisabled();
          case "two_factor_replaced" -> messages.becauseTwoFactorReplaced();
          case "password_changed" -> messages.becausePasswordChanged();
          case "password_reset" -> messages.becausePasswordReset();
          case "sessions_ended" -> messages.becauseSessionsEnded();
          default -> "";
        };
    return why.isEmpty() ? what : messages.because(what, why);
  }

  private static String plain(String type) {
    var words = type.replace('_', ' ').strip();
    return words.isEmpty() ? type : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
