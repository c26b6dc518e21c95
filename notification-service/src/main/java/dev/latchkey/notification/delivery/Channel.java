package dev.latchkey.notification.delivery;

import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Message.PhoneCode;
import java.util.Locale;

/** By what something reaches people. */
public enum Channel {
  /** Whoever takes it over answers for it: taken is as good as delivered. */
  MAIL,
  /** Taken is only the beginning; the network tells later whether a phone has it. */
  SMS;

  static Channel of(Message message) {
    return message instanceof PhoneCode ? SMS : MAIL;
  }

  /** The word in tables, logs and meters. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
