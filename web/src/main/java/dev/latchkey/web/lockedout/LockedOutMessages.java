package dev.latchkey.web.lockedout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The advice for whoever is locked out; docs/how-to/locked-out.md says the same to operators. */
@MessageBundle("lockedout")
public interface LockedOutMessages {

  @Message("Ways back into your account")
  String title();

  @Message(
      "Your password works, but you can’t show a two-factor code: the phone is lost, broken or new. Take the first of these that you still have.")
  String lead();

  @Message("Don’t reset your password.")
  String noReset();

  @Message(
      "A new password does not switch two-factor off. It ends the browsers and tokens that could help you now, and for a day no text message is taken as a code.")
  String noResetWhy();

  @Message("A recovery code")
  String recoveryCode();

  @Message(
      "You saved or printed them when you switched two-factor on. Sign in, choose “Use a recovery code” where the code is asked, and type one. It works once.")
  String recoveryCodeHow();

  @Message("Sign in")
  String signIn();

  @Message("Your recovery phone")
  String phone();

  @Message(
      "Sign in, choose “Send me a text message” where the code is asked, and type the 8 digits that come.")
  String phoneHow();

  @Message("A browser that is still signed in")
  String browser();

  @Message(
      "On another computer, perhaps. Open the two-factor page there and switch two-factor off; it asks for your password only. It must be the browser that switched two-factor on, or one that signed in with a code since.")
  String browserHow();

  @Message("To the two-factor page")
  String toTwoFactor();

  @Message("A command line that is signed in, or a token")
  String commandLine();

  @Message(
      "Where latch is signed in with a code, or switched two-factor on, this command and your password switch it off:")
  String commandLineHow();

  @Message("latch 2fa:disable")
  String command();

  @Message(
      "An API key or an authorization that was made since two-factor is on does the same, with LATCHKEY_TOKEN or by the API.")
  String tokenHow();

  @Message("Back in? Set two-factor up anew with the device that you have now.")
  String afterwards();

  @Message("None of these?")
  String nothing();

  @Message("Were there too many wrong codes? Then wait: the page that refused says how long.")
  String waiting();

  @Message("Else ask whoever runs this platform. They will have to make sure first that it is you.")
  String operator();
}
