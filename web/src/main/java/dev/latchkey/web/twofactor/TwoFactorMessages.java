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

  @Message("From now on, signing in takes your password and a code from your app.")
  String enabledDone();

  @Message("Two-factor is on")
  String enabledTitle();

  @Message("Two-factor has moved to the new device. Codes of the old one are worth nothing now.")
  String replacedDone();

  @Message("Two-factor has moved")
  String replacedTitle();

  @Message("Two-factor authentication is off. Recovery codes and recovery phone are removed.")
  String disabledDone();

  @Message("Two-factor is off")
  String disabledTitle();

  @Message(
      "Everywhere else you are being signed out at this moment, and your API key is being replaced. What that ended is on its way to your mailbox and to your security log.")
  String pending();

  @Message("What ended")
  String ended();

  @Message("You were signed in nowhere else.")
  String nowhereElse();

  @Message(
      "You were signed out {#if places == 1}of 1 other place{#else}of {places} other places{/if}:")
  String places(int places);

  @Message("A sign-in without a name")
  String unknownPlace();

  @Message("Your API key is a new one; programs with the old one stop working.")
  String newApiKey();

  @Message("API key")
  String seeApiKey();

  @Message("What keeps working")
  String remains();

  @Message("This browser.")
  String thisBrowser();

  @Message(
      "{#if count == 1}1 authorization{#else}{count} authorizations{/if}. End those that you do not need any more:")
  String authorizations(int count);

  @Message("Applications")
  String seeAuthorizations();

  @Message("An authorization without a name")
  String unnamed();

  @Message("Git over SSH, with {#if keys == 1}your SSH key{#else}your {keys} SSH keys{/if}.")
  String git(int keys);

  @Message("Git over SSH; you have no SSH keys so far.")
  String noGit();

  @Message("All this took effect within {milliseconds} milliseconds.")
  String took(long milliseconds);

  @Message("Now your recovery codes")
  String saveTitle();

  @Message(
      "If your phone is lost, a recovery code is the way back into your account. Enter your password once more to see ten of them.")
  String saveLead();

  @Message("Show my recovery codes")
  String save();

  @Message("Not now")
  String skip();

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
