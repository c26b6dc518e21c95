package dev.latchkey.web.twofactor;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the two-factor pages. */
@MessageBundle("twofactor")
public interface TwoFactorMessages {

  @Message("Two-factor authentication")
  String title();

  @Message("On")
  String on();

  @Message("Two-factor")
  String state();

  @Message("since")
  String since();

  @Message("Recovery codes")
  String codes();

  @Message("{#if left == 0}None left{#else}{left} left{/if}")
  String codesLeft(int left);

  @Message("Recovery phone")
  String phone();

  @Message("None")
  String noPhone();

  @Message("No set-up is under way any more: one lasts ten minutes. This is how things are now.")
  String over();

  @Message(
      "{#if left == 0}You have no recovery codes.{#else if left == 1}You have one recovery code left.{#else}You have {left} recovery codes left.{/if} They let you in when your phone is lost, so make new ones now.")
  String fewCodes(int left);

  @Message("The recovery phone is removed.")
  String phoneRemoved();

  @Message("Show my recovery codes")
  String viewCodes();

  @Message("Make ten new recovery codes")
  String newCodes();

  @Message("Add a recovery phone")
  String setPhone();

  @Message("Recovery phone")
  String showPhone();

  @Message("Authenticator app")
  String deviceTitle();

  @Message(
      "You have a new phone, or want to use another app? The old one works until the new one is confirmed.")
  String deviceLead();

  @Message("Change the device")
  String changeDevice();

  @Message("For a day without your phone")
  String backupTitle();

  @Message(
      "A recovery code signs you in once, in place of a code from the app. Keep them where your phone is not.")
  String backupLead();

  @Message(
      "A recovery phone gets a code by text message. It is the weaker way: have recovery codes as well.")
  String phoneLead();

  @Message("Switch it off")
  String offTitle();

  @Message("Your password alone would then be enough to sign in.")
  String offLead();

  @Message("Switch two-factor off")
  String off();

  @Message("Switch two-factor off?")
  String disableTitle();

  @Message("Whoever has your password can then sign in as you.")
  String disableLead();

  @Message("Your recovery codes and your recovery phone are removed.")
  String disableCodes();

  @Message("You are signed out everywhere else, and your API key is replaced.")
  String disableSessions();

  @Message("This browser, your authorizations and Git over SSH keep working.")
  String disableStays();

  @Message("You get a mail about it.")
  String disableMail();

  @Message(
      "This browser was signed in before two-factor was switched on, so your password is not enough here. Enter a code as well. Or sign out, sign in with a code, and switch it off then.")
  String codeDue();

  @Message("Back to two-factor")
  String back();

  @Message("You used a recovery code")
  String afterTitle();

  @Message(
      "You are signed in, and that code is used up. Is the phone with your authenticator app lost or broken? Then set two-factor up on another one now: codes from the old one are worth nothing then.")
  String afterLead();

  @Message("Set two-factor up on another device")
  String afterSetUp();

  @Message(
      "{#if left == 0}That was your last recovery code.{#else if left == 1}You have one recovery code left.{#else}You have {left} recovery codes left.{/if}")
  String afterLeft(int left);

  @Message("Within ten minutes of signing in, your password is enough for both.")
  String afterSoon();

  @Message("Not now, my phone is only somewhere else")
  String afterSkip();
}
