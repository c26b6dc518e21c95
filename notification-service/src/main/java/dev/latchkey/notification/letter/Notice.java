package dev.latchkey.notification.letter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people are told without having asked: one letter for each. */
public enum Notice {
  TWO_FACTOR_ON(
      "Two-factor authentication is on",
      "Two-factor authentication was switched on for your account. All other sessions ended and the"
          + " API key is new.",
      Cure.TAKE_BACK),
  TWO_FACTOR_REPLACED(
      "Your two-factor device was replaced",
      "Codes for your account now come from another device. All other sessions ended and the API"
          + " key is new.",
      Cure.TAKE_BACK),
  TWO_FACTOR_OFF(
      "WARNING: two-factor authentication is off",
      "Two-factor authentication was switched off. Your password alone now opens your account.",
      Cure.TAKE_BACK),
  TWO_FACTOR_CHANGE_REFUSED(
      "A change of two-factor authentication was refused",
      "Somebody changed two-factor authentication from a session that had been ended. The change"
          + " was taken back: two-factor is as it was.",
      Cure.TAKE_BACK),
  TWO_FACTOR_REMOVAL_ASKED(
      "WARNING: we were asked to switch two-factor off",
      "Somebody told our staff that you lost your second factor, and asked to have two-factor"
          + " authentication switched off. A second member of our staff decides about that.",
      Cure.SHOW_IT),
  TWO_FACTOR_REMOVAL_APPROVED(
      "WARNING: two-factor will be switched off",
      "Two members of our staff agreed to switch two-factor authentication off for your account,"
          + " because somebody told them that you lost your second factor. It goes off in 72"
          + " hours. Your password alone opens your account then.",
      Cure.SHOW_IT),
  TWO_FACTOR_REMOVAL_CANCELLED(
      "Two-factor stays on",
      "Two-factor authentication is not switched off after all: your second factor was used, or our"
          + " staff took it back.",
      Cure.CHANGE_PASSWORD),
  SIGNED_OUT_BY_US(
      "We signed you out everywhere",
      "Our staff ended every session of your account and every sign-in of the command line. Sign in"
          + " again to go on. The security log says when and by whom.",
      Cure.QUESTION),
  RECOVERY_CODES_ISSUED(
      "New recovery codes",
      "Ten new recovery codes were made. The old ones no longer work.",
      Cure.TAKE_BACK),
  RECOVERY_CODES_VIEWED(
      "Your recovery codes were looked at",
      "Somebody looked at the recovery codes of your account.",
      Cure.TAKE_BACK),
  RECOVERY_CODE_USED(
      "A recovery code was used",
      "A recovery code was used in place of a code from your device. If the device is lost, set"
          + " two-factor up anew.",
      Cure.TAKE_BACK),
  RECOVERY_PHONE_ADDED(
      "A recovery phone was added",
      "Codes to recover your account can be sent to a phone.",
      Cure.TAKE_BACK),
  RECOVERY_PHONE_CHANGED(
      "Your recovery phone was changed",
      "Codes to recover your account will be sent to another phone.",
      Cure.TAKE_BACK),
  RECOVERY_PHONE_REMOVED(
      "Your recovery phone was removed",
      "Codes to recover your account are no longer sent to a phone.",
      Cure.TAKE_BACK),
  PASSWORD_CHANGED(
      "Your password was changed",
      "Your password was changed. All other sessions ended and the API key is new.",
      Cure.TAKE_BACK),
  PASSWORD_RESET(
      "Your password was set anew",
      "Your password was set anew with a link from a mail. All sessions and authorizations ended"
          + " and the API key is new.",
      Cure.TAKE_BACK),
  EMAIL_CHANGE_ASKED(
      "Somebody wants to change your address",
      "Somebody asked to change the mail address of your account. It changes when the link that"
          + " went to the new address is opened, within an hour. A new password stops it.",
      Cure.TAKE_BACK),
  EMAIL_CHANGED(
      "Your address was changed",
      "Your account has another mail address. Mails go to the new one from now on.",
      Cure.KEEP_THE_ADDRESS),
  ACCOUNT_CLOSED(
      "Your account was closed",
      "Your account was closed. Nothing that had access to it works any more.",
      Cure.ASK),
  API_KEY_ROTATED(
      "Your API key was replaced",
      "The API key of your account was replaced. The old one no longer works.",
      Cure.TAKE_BACK),
  AUTHORIZATION_CREATED(
      "A new authorization",
      "A token was made that can act for you without your password.",
      Cure.TAKE_BACK),
  AUTHORIZATION_ROTATED(
      "An authorization has a new token",
      "A token that can act for you was replaced by a new one.",
      Cure.TAKE_BACK),
  AUTHORIZATION_EXPIRING(
      "An authorization expires soon",
      "A token that can act for you stops working soon. What works with it needs another one by"
          + " then.",
      Cure.REVOKE_IT),
  CLIENT_REGISTERED(
      "An OAuth client was registered",
      "An application was registered in your name. It can ask people for access to their accounts.",
      Cure.TAKE_BACK),
  CLIENT_REDIRECTED(
      "An OAuth client leads to another address",
      "The redirect address of an application of yours was changed. Codes of the people who use it"
          + " go there from now on.",
      Cure.TAKE_BACK),
  CLIENT_SECRET_ROTATED(
      "An OAuth client has a new secret",
      "The secret of an application of yours was replaced. The old one no longer works.",
      Cure.TAKE_BACK),
  COMMAND_LINE_SIGNED_IN(
      "A command line signed in", "A command line signed in to your account.", Cure.TAKE_BACK),
  NEW_DEVICE(
      "A sign-in from a new device",
      "Somebody signed in to your account from a browser or machine that was not seen before.",
      Cure.TAKE_BACK),
  WRONG_SECOND_FACTOR(
      "Your password was used with a wrong code",
      "Somebody gave the right password for your account and no right code, and was not let in."
          + " There may have been more tries: this mail comes at most once an hour, the security"
          + " log has them all.",
      Cure.CHANGE_PASSWORD),
  SECOND_FACTOR_EXHAUSTED(
      "Too many wrong codes",
      "Too many wrong codes were given for your account. This way of giving a code is off until"
          + " you recover it.",
      Cure.CHANGE_PASSWORD),
  SSH_KEY_ADDED(
      "An SSH key was added",
      "An SSH key was added to your account. Whoever has it can act for you with Git.",
      Cure.TAKE_BACK);

  private final String subject;
  private final String happened;
  private final Cure cure;

  Notice(String subject, String happened, Cure cure) {
    this.subject = subject;
    this.happened = happened;
    this.cure = cure;
  }

  String subject() {
    return subject;
  }

  String happened() {
    return happened;
  }

  Cure cure() {
    return cure;
  }

  /** The word in tables, settings and logs: {@code two_factor_on}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The notice with that word; nothing when only another version of this service has it. */
  public static Optional<Notice> ofWord(String word) {
    return Stream.of(values()).filter(notice -> notice.word().equals(word)).findFirst();
  }
}
