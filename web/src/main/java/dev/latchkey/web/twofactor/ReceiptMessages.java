package dev.latchkey.web.twofactor;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the receipt that follows a change of two-factor. */
@MessageBundle("receipt")
public interface ReceiptMessages {

  @Message("Two-factor is on")
  String enabledTitle();

  @Message("Two-factor has moved")
  String replacedTitle();

  @Message("Two-factor is off")
  String disabledTitle();

  @Message("From now on, signing in takes your password and a code from your app.")
  String enabledDone();

  @Message("Two-factor has moved to the new device. Codes of the old one are worth nothing now.")
  String replacedDone();

  @Message("Two-factor authentication is off. Recovery codes and recovery phone are removed.")
  String disabledDone();

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

  @Message("Git over SSH, with {#if keys == 1}your SSH key{#else}your {keys} SSH keys{/if}.")
  String git(int keys);

  @Message("Git over SSH; you have no SSH keys so far.")
  String noGit();

  @Message(
      "{#if count == 1}1 authorization{#else}{count} authorizations{/if}. End those that you do not need any more:")
  String authorizations(int count);

  @Message("Applications")
  String seeAuthorizations();

  @Message("An authorization without a name")
  String unnamed();

  @Message("All this took effect within {milliseconds} milliseconds.")
  String took(long milliseconds);

  @Message(
      "Everywhere else you are being signed out at this moment, and your API key is being replaced. What that ended is on its way to your mailbox and to your security log.")
  String pending();

  @Message("Now your recovery codes")
  String saveTitle();

  @Message(
      "If your phone is lost, a recovery code is the way back into your account. Enter your password once more to see ten of them.")
  String saveLead();

  @Message("Show my recovery codes")
  String save();

  @Message("Not now")
  String skip();
}
