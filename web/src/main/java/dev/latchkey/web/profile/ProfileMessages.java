package dev.latchkey.web.profile;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the profile page. */
@MessageBundle("profile")
public interface ProfileMessages {

  @Message("Profile")
  String title();

  @Message("Your name is saved.")
  String saved();

  @Message("Name")
  String name();

  @Message("For yourself; nobody else sees it.")
  String nameHint();

  @Message("Save name")
  String save();

  @Message("Enter a name.")
  String nameNeeded();

  @Message("Use 200 characters at most.")
  String nameTooLong();

  @Message("Sign-in")
  String signIn();

  @Message("E-mail")
  String email();

  @Message("Change e-mail address")
  String changeEmail();

  @Message("Password")
  String password();

  @Message("Change password")
  String changePassword();

  @Message("Account since")
  String since();

  @Message("Close the account")
  String close();

  @Message("Everything in it is erased, for good.")
  String closeLead();

  @Message("Close this account…")
  String closeLink();
}
