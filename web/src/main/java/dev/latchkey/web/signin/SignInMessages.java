package dev.latchkey.web.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the sign-in pages. */
@MessageBundle("signin")
public interface SignInMessages {

  @Message("Sign in")
  String title();

  @Message("E-mail")
  String email();

  @Message("Password")
  String password();

  @Message("Sign in")
  String submit();

  @Message("Forgot your password?")
  String forgotten();

  @Message("New here?")
  String newHere();

  @Message("Create an account")
  String signUp();

  @Message("Locked out?")
  String lockedOut();

  @Message("Your sign-in has ended. Please sign in again.")
  String ended();

  @Message("Your address is confirmed and your account is ready. Sign in to use it.")
  String verified();

  @Message(
      "Your new password is set. Everything that was signed in has ended; sign in with it now. Your API key is a new one, and authorizations have to be made again.")
  String passwordSet();

  @Message(
      "E-mail and password do not belong together. If you have just signed up, open the link in the mail that we sent you first.")
  String wrong();

  @Message("Enter your e-mail and your password.")
  String bothNeeded();

  @Message("Two-factor authentication")
  String secondTitle();

  @Message("Your password was right. Enter the 6-digit code that your authenticator app shows now.")
  String appLead();

  @Message("Your password was right. Enter one of your recovery codes; it works once.")
  String recoveryLead();

  @Message("A text with a code is on its way to {number}. It may take a minute.")
  String smsLead(String number);

  @Message("Enter the code from the text message.")
  String smsLeadPlain();

  @Message("Code from your app")
  String appCode();

  @Message("Recovery code")
  String recoveryCode();

  @Message("Code from the text message")
  String smsCode();

  @Message("Continue")
  String go();

  @Message("Other ways")
  String otherWays();

  @Message("Use your authenticator app")
  String useApp();

  @Message("Use a recovery code")
  String useRecoveryCode();

  @Message("Send me a text message")
  String sendSms();

  @Message("Send another text message")
  String sendSmsAgain();

  @Message("None of these work?")
  String nothingWorks();

  @Message("Ways back into your account")
  String waysBack();

  @Message("Start over")
  String startOver();
}
