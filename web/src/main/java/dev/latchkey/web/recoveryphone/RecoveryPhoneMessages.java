package dev.latchkey.web.recoveryphone;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the recovery phone’s pages. */
@MessageBundle("recoveryphone")
public interface RecoveryPhoneMessages {

  @Message("Recovery phone")
  String title();

  @Message("Set a recovery phone")
  String addTitle();

  @Message(
      "When your authenticator app is not at hand, we can text you a code to sign in with. That is the weaker way in: text messages can be intercepted, and numbers taken over. You do not need one if you keep your recovery codes safe.")
  String lead();

  @Message("Mobile number")
  String number();

  @Message(
      "With the country’s code, such as +49 151 23456789. Internet phone (VoIP) numbers are taken over more easily, and codes may not reach them.")
  String numberHint();

  @Message(
      "A text was sent a moment ago. The next one can be sent in {#if seconds == 1}a second{#else}{seconds} seconds{/if}.")
  String tooSoon(long seconds);

  @Message("Send the code")
  String send();

  @Message("Not now")
  String skip();

  @Message("We have sent a text with a code to {number}. It counts for ten minutes.")
  String codeLead(String number);

  @Message("The text is on its way. That may take a minute.")
  String onItsWay();

  @Message("The text has arrived at the phone.")
  String arrived();

  @Message("The text did not arrive.")
  String failed();

  @Message("The text did not arrive: there is no such number.")
  String failedInvalid();

  @Message("The text did not arrive: this is not a mobile phone’s number.")
  String failedNoMobile();

  @Message("Code from the text message")
  String code();

  @Message("Confirm the number")
  String confirm();

  @Message("No text?")
  String noText();

  @Message("See whether it has arrived")
  String look();

  @Message("Send it again, or to another number")
  String again();

  @Message("State")
  String state();

  @Message("Confirmed, counts soon")
  String stateWaiting();

  @Message("In use")
  String stateUsable();

  @Message("The number is confirmed. It counts for signing in from")
  String waiting();

  @Message(
      "Until then you have time to read the mail about it: a number that somebody else had put in gets no codes before you know.")
  String waitingWhy();

  @Message("Codes go to {number} meanwhile.")
  String before(String number);

  @Message("Codes can be sent to this number when you sign in.")
  String usable();

  @Message("Change the number")
  String change();

  @Message("Remove the phone")
  String remove();

  @Message("Finish")
  String finish();

  @Message("Remove the recovery phone?")
  String removeTitle();

  @Message(
      "No more codes go to {number}. You get a mail about it. Your app and your recovery codes keep working.")
  String removeLead(String number);

  @Message("Enter the code from the text message.")
  String codeNeeded();

  @Message(
      "That is not the code from our last text message, or it is too old. Check it, or have another one sent.")
  String wrongCode();
}
