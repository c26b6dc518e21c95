package dev.latchkey.web.securitylog;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the security log. */
@MessageBundle("securitylog")
public interface SecurityLogMessages {

  @Message("Security log")
  String title();

  @Message("What happened to your account, the latest first.")
  String lead();

  @Message("Something here was not you?")
  String notYou();

  @Message("Change your password")
  String changePassword();

  @Message("that signs everybody else out. Then look at")
  String thenLook();

  @Message("applications")
  String applications();

  @Message("and")
  String and();

  @Message("SSH keys")
  String sshKeys();

  @Message("When")
  String when();

  @Message("What happened")
  String what();

  @Message("IP address")
  String ip();

  @Message("Program")
  String client();

  @Message("unknown")
  String unknown();

  @Message("Check this")
  String check();

  @Message("New device")
  String newDevice();

  @Message("Nothing has happened yet.")
  String empty();

  @Message("Pages of the log")
  String pages();

  @Message("Latest")
  String latest();

  @Message("Older")
  String older();

  @Message("Account created")
  String accountRegistered();

  @Message("E-mail address confirmed")
  String emailVerified();

  @Message("E-mail address changed")
  String emailChanged();

  @Message("Password changed")
  String passwordChanged();

  @Message("Password set anew with a link by mail")
  String passwordReset();

  @Message("Account closed")
  String accountClosed();

  @Message("Signed in with the password")
  String signedIn();

  @Message("Signed in with password and two-factor code")
  String signedInByApp();

  @Message("Signed in with password and text message")
  String signedInBySms();

  @Message("Signed in with password and recovery code")
  String signedInByRecoveryCode();

  @Message("Sign-in refused: the password was right, the two-factor code was not")
  String signInRefused();

  @Message("Sign-ins ended")
  String sessionsRevoked();

  @Message("API key replaced")
  String apiKeyRotated();

  @Message("A change of two-factor came too late and was not made")
  String mfaChangeRefused();

  @Message("SSH key added")
  String sshKeyAdded();

  @Message("SSH key removed")
  String sshKeyRemoved();

  @Message("Two-factor switched on")
  String mfaEnabled();

  @Message("Two-factor moved to another device")
  String mfaReplaced();

  @Message("Two-factor switched off")
  String mfaDisabled();

  @Message("New recovery codes made")
  String recoveryCodesIssued();

  @Message("Recovery codes looked at")
  String recoveryCodesViewed();

  @Message("Recovery code used; {left} left")
  String recoveryCodeUsed(String left);

  @Message("Recovery phone set")
  String recoveryPhoneAdded();

  @Message("Recovery phone removed")
  String recoveryPhoneRemoved();

  @Message("Too many wrong codes: this second factor is switched off")
  String secondFactorExhausted();

  @Message("Our staff looked at the account")
  String lookedUpByUs();

  @Message("Our staff looked at this log")
  String logReadByUs();

  @Message("Our staff ended all sign-ins")
  String signedOutByUs();

  @Message("Our staff lifted the wait after wrong passwords")
  String passwordAttemptsForgiven();

  @Message("Our staff lifted the wait after wrong codes")
  String codeAttemptsForgiven();

  @Message("Our staff did something to the account")
  String actedByUs();

  @Message("Our staff was asked to switch two-factor off")
  String removalAsked();

  @Message("Our staff agreed to switch two-factor off at {dueAt}; signing in with a code stops it")
  String removalApproved(String dueAt);

  @Message("Two-factor stays on: it was used")
  String removalStoppedByUse();

  @Message("Two-factor stays on: our staff took it back")
  String removalTakenBack();

  @Message("Command line signed in")
  String commandLineSignedIn();

  @Message("Authorization made")
  String authorizationCreated();

  @Message("Authorization got a new token")
  String authorizationRotated();

  @Message("Authorization ended")
  String authorizationRevoked();

  @Message("Authorization ends soon")
  String authorizationExpiring();

  @Message("Authorization expired")
  String authorizationExpired();

  @Message("OAuth client registered")
  String clientRegistered();

  @Message("OAuth client changed")
  String clientUpdated();

  @Message("OAuth client sends its users to another address")
  String clientRedirected();

  @Message("OAuth client got a new secret")
  String clientSecretRotated();

  @Message("OAuth client removed")
  String clientRemoved();

  @Message("{what} {why}")
  String because(String what, String why);

  @Message("because two-factor was switched on")
  String becauseTwoFactorEnabled();

  @Message("because two-factor was switched off")
  String becauseTwoFactorDisabled();

  @Message("because two-factor moved to another device")
  String becauseTwoFactorReplaced();

  @Message("because the password was changed")
  String becausePasswordChanged();

  @Message("because the password was set anew by mail")
  String becausePasswordReset();

  @Message("because all others were signed out")
  String becauseSessionsEnded();
}
