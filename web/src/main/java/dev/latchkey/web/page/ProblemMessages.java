package dev.latchkey.web.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What went wrong, in words for people. */
@MessageBundle("problem")
public interface ProblemMessages {

  @Message("That is not your password.")
  String wrongPassword();

  @Message("Enter your password.")
  String passwordNeeded();

  @Message("Confirm with a code that it is you. Nothing has been changed yet.")
  String codeDue();

  @Message("Enter a code from your authenticator app, or a recovery code.")
  String codeNeeded();

  @Message(
      "That code was not accepted. Each code works once: wait for the next one, and check your device’s clock.")
  String wrongCode();

  @Message("Too many attempts. Wait a while, then try again.")
  String tooMany();

  @Message("Too many attempts. Try again in {seconds} seconds.")
  String tooManySeconds(long seconds);

  @Message("Too many attempts. Try again in {minutes} minutes.")
  String tooManyMinutes(long minutes);

  @Message(
      "This does not work right now. Nothing was changed that you were not told about; please try again in a moment.")
  String unavailable();

  @Message("That is not here any more.")
  String notFound();

  @Message(
      "Something about the account changed at the same moment. Nothing was done: please try again.")
  String changedMeanwhile();

  @Message("Please try again")
  String foreignFormTitle();

  @Message(
      "This page was open for too long, or the form did not come from here. Nothing was done. Go back, reload the page and send the form again.")
  String foreignForm();

  @Message("Page not found")
  String noPageTitle();

  @Message("There is no page at this address.")
  String noPage();

  @Message("Something went wrong")
  String brokenTitle();

  @Message("Too many attempts")
  String tooManyTitle();

  @Message("To the start page")
  String home();
}
