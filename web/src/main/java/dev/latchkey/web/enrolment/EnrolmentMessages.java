package dev.latchkey.web.enrolment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of switching two-factor on. */
@MessageBundle("enrolment")
public interface EnrolmentMessages {

  @Message("Enable two-factor authentication")
  String enableTitle();

  @Message("Move two-factor to another device")
  String replaceTitle();

  @Message(
      "No set-up was under way any more: one lasts ten minutes, and belongs to the browser that began it. Nothing was changed; start again here.")
  String over();

  @Message(
      "Two-factor authentication asks for a second thing besides your password when you sign in: a six-digit code from an app on your phone.")
  String what();

  @Message("Who finds out your password still does not get in without your phone.")
  String why();

  @Message("Switching it on takes about two minutes, and you need your phone at hand.")
  String howLong();

  @Message(
      "At the end you are signed out everywhere else, and your API key is replaced. This browser, the authorizations you made and Git over SSH keep working.")
  String happens();

  @Message(
      "Your new device gets a key of its own. The app you use now goes on working until the new one has shown its first code; then it stops.")
  String replaceLead();

  @Message(
      "At the end you are signed out everywhere else, and your API key is replaced. Your recovery codes and your recovery phone stay as they are.")
  String replaceHappens();

  @Message("You have just used a recovery code, so your password is enough here.")
  String shownLead();

  @Message("Continue")
  String next();

  @Message("Which app?")
  String appsTitle();

  @Message("Any authenticator app will do. If you have none yet, install one of these first:")
  String appsLead();

  @Message("Google Authenticator")
  String appGoogle();

  @Message("Microsoft Authenticator")
  String appMicrosoft();

  @Message("2FAS (Android and iPhone)")
  String app2fas();

  @Message("Aegis (Android)")
  String appAegis();

  @Message("Ente Auth (all devices)")
  String appEnte();

  @Message("Steps")
  String steps();

  @Message("Step {now} of 5")
  String stepOf(int now);

  @Message("Your password")
  String stepPassword();

  @Message("Scan the code")
  String stepScan();

  @Message("What changed")
  String stepChanges();

  @Message("Recovery codes")
  String stepCodes();

  @Message("Recovery phone")
  String stepPhone();

  @Message("Scan the code with your app")
  String scanTitle();

  @Message(
      "Open the authenticator app on your phone, choose to add an account, and point the camera at this QR code.")
  String scanLead();

  @Message(
      "QR code for your authenticator app. It holds the key that is written out under “Can’t scan it?”.")
  String qrAlt();

  @Message("Can’t scan it?")
  String noScan();

  @Message("Is the app on this device? Open it with this link:")
  String samePhone();

  @Message("Add to the authenticator app on this device")
  String openApp();

  @Message("Or type this key into the app, as a time-based code:")
  String typeKey();

  @Message("Code from the app")
  String firstCode();

  @Message("Six digits. A new code comes every 30 seconds.")
  String firstCodeHint();

  @Message("Switch two-factor on")
  String enable();

  @Message("Switch to the new device")
  String replace();

  @Message("This key waits for another {#if minutes == 1}minute{#else}{minutes} minutes{/if}.")
  String minutesLeft(long minutes);

  @Message("Start again with a new key")
  String restart();

  @Message("Enter the six digits that your app shows now.")
  String codeNeeded();

  @Message(
      "That is not the code that this key gives. Wait for the app’s next code, and check that your phone sets its clock by itself.")
  String wrongFirstCode();
}
