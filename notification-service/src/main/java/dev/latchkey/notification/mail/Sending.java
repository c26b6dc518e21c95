package dev.latchkey.notification.mail;

/** What became of one try to send a mail. */
sealed interface Sending {

  /** The next mail server has it. */
  record Taken() implements Sending {}

  /** It did not work now and may later. */
  record Deferred() implements Sending {}

  /**
   * It will never work.
   *
   * @param reason a word, never text of the mail server: that quotes addresses
   */
  record Refused(String reason) implements Sending {}
}
