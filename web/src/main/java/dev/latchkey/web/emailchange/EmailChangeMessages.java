package dev.latchkey.web.emailchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of changing the address. */
@MessageBundle("emailchange")
public interface EmailChangeMessages {

  @Message("Change e-mail address")
  String title();

  @Message("Your address now:")
  String now();

  @Message(
      "We send a link to the new address. Until you open it, everything stays as it is; then both addresses get a notice.")
  String lead();

  @Message("New e-mail address")
  String email();

  @Message("Send me the link")
  String submit();

  @Message("Enter your new address.")
  String emailNeeded();

  @Message("Open the link to finish")
  String sentTitle();

  @Message("A mail is on its way to your new address:")
  String sentTo();

  @Message(
      "Open the link in it within an hour. Until then you sign in with the address you have, and notices go there.")
  String sentNext();

  @Message("No mail after a few minutes?")
  String noMail();

  @Message("Look into the folder for spam, and check that the address above is right.")
  String lookElsewhere();

  @Message("Try again")
  String again();

  @Message("Back to your account")
  String back();
}
