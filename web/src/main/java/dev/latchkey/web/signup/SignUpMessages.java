package dev.latchkey.web.signup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of signing up, and of the link in the mail. */
@MessageBundle("signup")
public interface SignUpMessages {

  @Message("Create an account")
  String title();

  @Message("E-mail")
  String email();

  @Message("We send a mail to this address, to be sure that it is yours.")
  String emailHint();

  @Message("Password")
  String password();

  @Message(
      "At least 15 characters. A few words that have nothing to do with each other make a good one; digits and signs are not needed.")
  String passwordRules();

  @Message("Create account")
  String submit();

  @Message("Enter your e-mail address.")
  String emailNeeded();

  @Message("Choose a password.")
  String passwordNeeded();

  @Message("Have an account already?")
  String haveOne();

  @Message("Sign in")
  String signIn();

  @Message("We sent you a mail")
  String sentTitle();

  @Message("It is on its way to:")
  String sentTo();

  @Message("Open the link in it to finish. You can close this page.")
  String sentNext();

  @Message("No mail after a few minutes?")
  String noMail();

  @Message("Look into the folder for spam, and check that the address above is right.")
  String lookElsewhere();

  @Message("Sign up again")
  String again();

  @Message("for a new mail, or with another address.")
  String againWhy();

  @Message("Confirm your address")
  String verifyTitle();

  @Message(
      "You opened the link from our mail. Press the button to confirm that this address is yours.")
  String verifyLead();

  @Message("Confirm my address")
  String verify();

  @Message("You did not ask for this mail? Close this page. Nothing happens without the button.")
  String notYou();

  @Message("Your new address is confirmed")
  String changedTitle();

  @Message(
      "Sign in with your new address from now on. Your password and everything else stay as they are.")
  String changedLead();

  @Message("Go to your account")
  String toAccount();

  @Message("This link does not work any more")
  String overTitle();

  @Message(
      "It was used before, it is too old, or a newer mail has replaced it. Nothing was changed.")
  String overLead();

  @Message("What you can do")
  String overWays();

  @Message("Used it already? Then you are done:")
  String overUsed();

  @Message("sign in")
  String overSignIn();

  @Message("New here?")
  String overNew();

  @Message("Sign up again to get a new link")
  String overSignUp();

  @Message("Changing your address?")
  String overChange();

  @Message("Ask for a new link")
  String overChangeAgain();
}
