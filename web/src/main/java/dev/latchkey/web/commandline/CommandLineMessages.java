package dev.latchkey.web.commandline;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a command line's sign-in. */
@MessageBundle("commandline")
public interface CommandLineMessages {

  @Message("Sign in a command line")
  String title();

  @Message(
      "A command line asks to be signed in as {email}. Approve it only if you have just started it yourself.")
  String lead(String email);

  @Message("Is this the code in your terminal?")
  String compare();

  @Message(
      "If your terminal shows no code, compare with the last six characters of the address that it opened or printed.")
  String compareAddress();

  @Message("Calls itself")
  String description();

  @Message("Program")
  String client();

  @Message("IP address")
  String ip();

  @Message("Asked at")
  String since();

  @Message("Time left")
  String left();

  @Message("{minutes} min")
  String minutes(long minutes);

  @Message("Approving needs a two-factor code once more.")
  String codeAsked();

  @Message("Yes, sign it in")
  String approve();

  @Message("No, refuse it")
  String deny();

  @Message("If somebody sent you this page, refuse: approving would let them into your account.")
  String sentByOthers();

  @Message("Approved")
  String approvedTitle();

  @Message("Go back to your terminal: it is signed in in a moment. You can close this page.")
  String approved();

  @Message("It has access to your account until you sign it out, or end it under")
  String ending();

  @Message("Applications")
  String applications();

  @Message("Refused")
  String deniedTitle();

  @Message("The command line was not signed in. You can close this page.")
  String denied();

  @Message(
      "You did not start it? Then somebody tried to get in with your help. Nothing has happened, and nothing more is needed.")
  String deniedWhy();

  @Message("This sign-in is over")
  String goneTitle();

  @Message(
      "It can be approved for ten minutes only, or its address is not complete. Nothing was signed in.")
  String gone();

  @Message("Go back to your terminal and run the login command again, for example:")
  String runAgain();

  @Message("latch login --browser")
  String command();

  @Message("This was decided before")
  String beforeTitle();

  @Message(
      "The sign-in was approved or refused already, in another window or by somebody else. Nothing was changed now.")
  String before();

  @Message("Is your terminal not signed in? Then run the login command again, for example:")
  String beforeAgain();

  @Message("Go to your account")
  String toAccount();
}
