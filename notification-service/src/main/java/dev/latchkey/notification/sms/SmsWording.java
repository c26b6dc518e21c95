package dev.latchkey.notification.sms;

import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.notification.delivery.Delivery;
import dev.latchkey.notification.letter.ShortLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Makes the text of a delivery: opens what is sealed and finds the words. */
@ApplicationScoped
class SmsWording {

  private final MessageSeal messages;
  private final AddressSeal oldNumbers;
  private final ShortLetters letters;
  private final Callbacks callbacks;
  private final Clock clock;

  SmsWording(
      MessageSeal messages,
      AddressSeal oldNumbers,
      ShortLetters letters,
      Callbacks callbacks,
      Clock clock) {
    this.messages = messages;
    this.oldNumbers = oldNumbers;
    this.letters = letters;
    this.callbacks = callbacks;
    this.clock = clock;
  }

  Uni<Text> text(Delivery delivery) {
    var sealed = delivery.sealed().orElseThrow(IllegalArgumentException::new);
    return delivery.isNotice() ? notice(delivery, sealed) : code(delivery, sealed);
  }

  private Uni<Text> code(Delivery delivery, String sealed) {
    Message message = messages.open(delivery.message(), sealed);
    if (!(message instanceof PhoneCode code)) {
      throw new IllegalArgumentException("only codes go by SMS");
    }
    return letters.write(code).map(body -> text(delivery, code.to(), body));
  }

  private Uni<Text> notice(Delivery delivery, String sealed) {
    var number = oldNumbers.open(delivery.account(), sealed);
    return letters.write(delivery.notice().orElseThrow()).map(body -> text(delivery, number, body));
  }

  private Text text(Delivery delivery, String to, String body) {
    return new Text(
        to,
        body,
        delivery.askedAt(),
        Duration.between(clock.instant(), delivery.sendUntil()),
        callbacks.of(delivery.message()),
        delivery.inDoubt());
  }
}
