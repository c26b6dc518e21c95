package dev.latchkey.web.authorization;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about authorizations. */
@MessageBundle("authorization")
public interface ApplicationMessages {

  @Message("Applications")
  String title();

  @Message(
      "Authorizations are tokens that scripts, tools and applications use in your place. End any of them here: its token stops working at once.")
  String lead();

  @Message("Create authorization")
  String create();

  @Message("OAuth clients that you registered")
  String toClients();

  @Message("Authorizations")
  String listTitle();

  @Message("There are no authorizations.")
  String none();

  @Message("Description")
  String description();

  @Message("Description and token")
  String descriptionAndToken();

  @Message("Scope")
  String scope();

  @Message("Created")
  String created();

  @Message("Last used")
  String lastUsed();

  @Message("Expires")
  String expires();

  @Message("Token")
  String token();

  @Message("Action")
  String action();

  @Message("Never")
  String never();

  @Message("Not used yet")
  String notUsed();

  @Message("Not fetched yet")
  String noTokenYet();

  @Message("Command line sign-in")
  String signIn();

  @Message("Given to {client}")
  String givenTo(String client);

  @Message("Revoke")
  String revoke();

  @Message("Revoke {description}")
  String revokeNamed(String description);

  @Message("Older authorizations")
  String older();

  @Message("Back to the newest")
  String newest();

  @Message("Parts of the list")
  String parts();

  @Message("New authorization")
  String newTitle();

  @Message("What it is for, so that you know it again: “Backup script”, for example.")
  String descriptionHint();

  @Message("What it may do")
  String scopeLegend();

  @Message(
      "{#switch scope}{#case 'global'}Everything{#case 'identity'}Who you are{#case 'read'}See apps{#case 'write'}Change apps{#case 'read-protected'}See apps and secrets{#case 'write-protected'}Change apps and secrets{#else}{scope}{/switch}")
  String scopeName(String scope);

  @Message(
      "{#switch scope}{#case 'global'}All that you can do, including your keys, tokens and two-factor settings.{#case 'identity'}Sees your name and e-mail, nothing else.{#case 'read'}Reads apps and their data, but no secrets such as config vars.{#case 'write'}Changes apps and their data, but no secrets.{#case 'read-protected'}Reads apps and their data, config vars included.{#case 'write-protected'}Changes apps and their data, config vars included.{/switch}")
  String scopeExplained(String scope);

  @Message("Only “Everything” reaches your account’s keys, tokens and settings.")
  String scopeHint();

  @Message(
      "{#switch choice}{#case 'never'}Never{#case '30'}In 30 days{#case '90'}In 90 days{#case '365'}In a year{#case 'date'}On a date of your own{/switch}")
  String expiryChoice(String choice);

  @Message("Last day")
  String until();

  @Message("It works until the end of that day (UTC).")
  String untilHint();

  @Message("Say in a few words what it is for.")
  String descriptionNeeded();

  @Message("Choose what it may do.")
  String scopeNeeded();

  @Message("Enter a date, or choose another time under “Expires”.")
  String dateNeeded();

  @Message("That day is over. Choose one that is still to come.")
  String datePast();

  @Message("That is more than ten years away. Choose an earlier day, or “Never”.")
  String dateTooFar();

  @Message("Authorization created")
  String madeTitle();

  @Message("New token")
  String rotatedTitle();

  @Message(
      "Copy the token now and put it where it is needed. It is shown only now: afterwards nobody can show it again, only replace it.")
  String onlyNow();

  @Message("The old token has stopped working.")
  String oldDead();

  @Message("Token of “{description}”")
  String tokenOf(String description);

  @Message("I have copied it")
  String copied();

  @Message("(give or take an hour)")
  String roughly();

  @Message("From address")
  String fromAddress();

  @Message("With program")
  String withProgram();

  @Message("Application")
  String client();

  @Message("It ends when you sign out there, and when your password or two-factor changes.")
  String signInHint();

  @Message("Change the description")
  String describeTitle();

  @Message("Save")
  String save();

  @Message("The new description is saved.")
  String described();

  @Message("The authorization was revoked. Its token no longer works.")
  String revoked();

  @Message("Replace the token")
  String rotateTitle();

  @Message(
      "You get a new token for the same authorization. The old one stops working at once, also where it is in use now.")
  String rotateLead();

  @Message("Replace the token of “{description}”?")
  String rotateQuestion(String description);

  @Message(
      "The old token stops working the moment you go on. Whatever uses it now needs the new one, which is shown to you once.")
  String rotateWarning();

  @Message("Replace token")
  String rotate();

  @Message(
      "The application that has this authorization renews its tokens itself. Revoke it to shut the application out.")
  String ofApplication();

  @Message("Revoke this authorization")
  String revokeTitle();

  @Message("Its token stops working at once, and so does what was made with it.")
  String revokeLead();

  @Message("Revoke “{description}”?")
  String revokeQuestion(String description);

  @Message(
      "The token {token} stops working at once, and so does what was made with it. This can’t be undone; you can create a new authorization at any time.")
  String revokeWarning(String token);

  @Message(
      "Whatever has this authorization is shut out at once. This can’t be undone; you can create a new authorization at any time.")
  String revokeWarningPlain();

  @Message("All authorizations")
  String back();
}
