package dev.latchkey.web.recoverycode;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages with recovery codes. */
@MessageBundle("recoverycode")
public interface RecoveryCodeMessages {

  @Message("Show your recovery codes")
  String viewTitle();

  @Message(
      "These codes get anybody in who knows your password, so we ask who you are. You get a mail whenever they are shown.")
  String viewLead();

  @Message("Show the codes")
  String view();

  @Message("Make ten new recovery codes")
  String renewTitle();

  @Message("The codes you have now stop working at once. You get a mail about it.")
  String renewLead();

  @Message("Make ten new codes")
  String renew();

  @Message("Recovery codes")
  String firstTitle();

  @Message(
      "If your phone is lost, a recovery code is the way back into your account. Enter your password to see ten of them.")
  String firstLead();

  @Message("Show my recovery codes")
  String first();

  @Message("Not now")
  String skip();

  @Message("Your ten new recovery codes")
  String freshTitle();

  @Message("Your recovery codes")
  String leftTitle();

  @Message("These are the codes that count from now on. Codes from before are worth nothing.")
  String fresh();

  @Message(
      "Each works once, in place of a code from your app. Keep them where your phone is not: on paper, or in a password manager.")
  String lead();

  @Message("You have used all your codes. Make ten new ones.")
  String none();

  @Message("Download as a text file")
  String download();

  @Message("Print")
  String print();

  @Message("I have saved them")
  String saved();

  @Message("Done")
  String done();

  @Message("Latchkey recovery codes of {email}, as of")
  String paperFor(String email);

  @Message("Your recovery codes")
  String countTitle();

  @Message(
      "{#if left == 1}You have 1 recovery code left.{#else}You have {left} recovery codes left.{/if}")
  String count(int left);

  @Message(
      "They were shown when they were made. Only a fingerprint of each is kept, so they cannot be shown again.")
  String countWhy();

  @Message(
      "Latchkey recovery codes of {email}, as of {time}. Each works once, in place of a two-factor code.")
  String fileLead(String email, String time);
}
