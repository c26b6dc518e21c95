package dev.latchkey.web.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the account page. */
@MessageBundle("account")
public interface AccountMessages {

  @Message("Account")
  String title();

  @Message("E-mail")
  String email();

  @Message("Name")
  String name();

  @Message("Not set")
  String noName();

  @Message("Two-factor authentication")
  String twoFactor();

  @Message("On")
  String on();

  @Message("Off")
  String off();

  @Message("Recovery codes")
  String codes();

  @Message("{#if left == 0}None left{#else}{left} left{/if}")
  String codesLeft(int left);

  @Message("Cannot be shown right now")
  String codesUnknown();

  @Message("Recovery phone")
  String phone();

  @Message("None")
  String noPhone();

  @Message("Member since")
  String since();

  @Message("Protect your account")
  String callTitle();

  @Message(
      "At the moment your password is all that stands between your account and whoever finds it out. A code from your phone changes that, and takes two minutes to set up.")
  String call();

  @Message("Enable two-factor authentication")
  String enable();

  @Message(
      "{#if left == 0}You have no recovery codes.{#else if left == 1}You have one recovery code left.{#else}You have {left} recovery codes left.{/if} They let you in when your phone is lost.")
  String fewCodes(int left);

  @Message("Make ten new recovery codes")
  String newCodes();

  @Message("Change")
  String changeTitle();

  @Message("Change the password")
  String changePassword();

  @Message("Change name")
  String changeName();

  @Message("Change the e-mail address")
  String changeEmail();

  @Message("Two-factor authentication")
  String manageTwoFactor();

  @Message("Close the account")
  String close();
}
