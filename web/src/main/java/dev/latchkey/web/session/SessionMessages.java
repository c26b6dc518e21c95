package dev.latchkey.web.session;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about sessions. */
@MessageBundle("session")
public interface SessionMessages {

  @Message("Sessions")
  String title();

  @Message(
      "Where you are signed in with your password. Names and programs are what each of them says of itself. If you don’t know one, end it and change your password.")
  String lead();

  @Message("Where you are signed in")
  String listTitle();

  @Message("Session")
  String session();

  @Message("Address")
  String ip();

  @Message("Signed in")
  String signedIn();

  @Message("Last seen")
  String lastSeen();

  @Message("Action")
  String action();

  @Message("This browser")
  String current();

  @Message("End")
  String end();

  @Message("End {name}")
  String endNamed(String name);

  @Message("The session has ended.")
  String ended();

  @Message("Sign out everywhere else")
  String othersTitle();

  @Message(
      "Ends every session but this one, and signs out every command line. Authorizations, your API key and SSH keys go on working.")
  String othersLead();

  @Message("You are signed in nowhere else with your password. Command lines may be.")
  String noOthers();

  @Message("End this session?")
  String endTitle();

  @Message("End “{name}”?")
  String endQuestion(String name);

  @Message(
      "It is signed out at once. Signing in again there takes the password, and the second factor where that is on.")
  String endWarning();

  @Message("This is the browser that you are using now: you are signed out here.")
  String endOwnWarning();

  @Message("End session")
  String endSession();

  @Message("Sign out everywhere else?")
  String othersQuestion();

  @Message(
      "Every session but this one ends at once, and every command line is signed out. Browsers that showed a second factor before count as new ones again. Authorizations, your API key and SSH keys go on working.")
  String othersWarning();

  @Message("Signed out everywhere else")
  String othersDoneTitle();

  @Message(
      "{#switch count}{#case 0}No other session was there to end.{#case 1}One session has ended:{#else}{count} sessions have ended:{/switch}")
  String othersCount(int count);

  @Message("Command lines that were signed in are signed out too.")
  String commandLines();

  @Message("{name}, from {ip}, signed in")
  String endedOne(String name, String ip);

  @Message("To the sessions")
  String back();
}
