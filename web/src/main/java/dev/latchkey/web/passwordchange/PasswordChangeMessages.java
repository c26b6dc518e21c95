package dev.latchkey.web.passwordchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the password page. */
@MessageBundle("passwordchange")
public interface PasswordChangeMessages {

  @Message("Change password")
  String title();

  @Message(
      "Your password is changed. You are signed out everywhere else, and your API key is a new one.")
  String changed();

  @Message("To the new API key")
  String toApiKey();

  @Message("What happens when you change it:")
  String endsLead();

  @Message(
      "You stay signed in here, and are signed out everywhere else: other browsers and the command line.")
  String endsSessions();

  @Message("Your API key is replaced by a new one.")
  String endsKey();

  @Message("Authorizations, two-factor and Git over SSH stay as they are.")
  String stays();

  @Message("Current password")
  String current();

  @Message("New password")
  String wanted();

  @Message(
      "At least 15 characters. A few words that have nothing to do with each other make a good one; digits and signs are not needed.")
  String rulesAlone();

  @Message(
      "At least 8 characters, because two-factor is on; longer is better. A few words that have nothing to do with each other make a good one.")
  String rulesBesideFactor();

  @Message("Change password")
  String submit();

  @Message("Enter the password that you use now.")
  String currentNeeded();

  @Message("Choose a new password.")
  String newNeeded();

  @Message("Don’t know your current password?")
  String forgotten();

  @Message("Set a new one by mail")
  String reset();

  @Message("That ends authorizations too.")
  String resetEndsMore();
}
