package dev.latchkey.web.passwordreset;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for a forgotten password. */
@MessageBundle("passwordreset")
public interface PasswordResetMessages {

  @Message("Forgotten password")
  String title();

  @Message(
      "Enter the e-mail address of your account. We send you a link that lets you set a new password.")
  String lead();

  @Message(
      "Lost your phone, not your password? A new password does not help: you would be asked for the code as before.")
  String notForPhones();

  @Message("See the ways that do help")
  String lockedOut();

  @Message("E-mail")
  String email();

  @Message("Send me a link")
  String ask();

  @Message("Enter your e-mail address.")
  String emailNeeded();

  @Message("Back to the sign-in")
  String back();

  @Message("Look into your mail")
  String sentTitle();

  @Message("If there is an account with this address, a link is on its way to it:")
  String sentTo();

  @Message("The link works once, and for an hour.")
  String sentNext();

  @Message("No mail after a few minutes?")
  String noMail();

  @Message(
      "Look into the folder for spam, and check that the address above is the one you signed up with.")
  String lookElsewhere();

  @Message("Try again")
  String again();

  @Message("Set a new password")
  String newTitle();

  @Message("What happens when you do:")
  String endsLead();

  @Message("Everything that is signed in is signed out, this browser too.")
  String endsSessions();

  @Message("Your API key is replaced by a new one.")
  String endsKey();

  @Message("All authorizations end: applications and scripts need new ones.")
  String endsAuthorizations();

  @Message("Two-factor authentication stays as it is, and so does Git over SSH.")
  String stays();

  @Message("New password")
  String password();

  @Message(
      "At least 15 characters; 8 are enough where two-factor is on. A few words that have nothing to do with each other make a good one.")
  String passwordRules();

  @Message("New password once more")
  String confirmation();

  @Message("Set the password")
  String submit();

  @Message("Choose a new password.")
  String passwordNeeded();

  @Message("The two are not the same. Type both again.")
  String different();

  @Message("This link does not work any more")
  String overTitle();

  @Message(
      "It was used before, it is older than an hour, or a newer mail has replaced it. Your password was not changed.")
  String overLead();

  @Message("Get a new link")
  String overAgain();
}
