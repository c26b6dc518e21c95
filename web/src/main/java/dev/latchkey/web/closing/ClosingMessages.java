package dev.latchkey.web.closing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of closing an account. */
@MessageBundle("closing")
public interface ClosingMessages {

  @Message("Close your account")
  String title();

  @Message("This can’t be undone, by you or by anybody else. When you close your account:")
  String lead();

  @Message("You are signed out everywhere, at once.")
  String endsSessions();

  @Message(
      "Your API key, your authorizations and your SSH keys stop working; applications and Git have no access any more.")
  String endsAccess();

  @Message(
      "OAuth clients that you registered are removed, and so is the access that others gave them.")
  String endsClients();

  @Message("Your address, password, authenticator, recovery codes and recovery phone are erased.")
  String erased();

  @Message("A last mail to {email} confirms it. The address is free for a new account afterwards.")
  String lastMail(String email);

  @Message("Your e-mail address, to be sure")
  String email();

  @Message("Type {email}")
  String emailHint(String email);

  @Message("Close my account for good")
  String submit();

  @Message("This is not the address of this account.")
  String otherEmail();

  @Message("Your account is closed")
  String closedTitle();

  @Message("Everything in it has ended or is being erased, and a last mail is on its way to you.")
  String closedLead();

  @Message("Create a new account")
  String signUp();
}
