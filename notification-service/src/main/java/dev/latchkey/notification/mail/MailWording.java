package dev.latchkey.notification.mail;

import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.notification.account.AddressBook;
import dev.latchkey.notification.delivery.Delivery;
import dev.latchkey.notification.letter.Letters;
import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes the mail of a delivery: opens what is sealed, asks for addresses, finds the words. */
@ApplicationScoped
class MailWording {

  private final MessageSeal messages;
  private final AddressSeal oldAddresses;
  private final AddressBook addresses;
  private final Letters letters;

  MailWording(
      MessageSeal messages, AddressSeal oldAddresses, AddressBook addresses, Letters letters) {
    this.messages = messages;
    this.oldAddresses = oldAddresses;
    this.addresses = addresses;
    this.letters = letters;
  }

  /** The mail, or nothing when the account is gone and with it every address. */
  Uni<Optional<Mail>> mail(Delivery delivery) {
    return delivery.isNotice() ? notice(delivery) : message(delivery).map(Optional::of);
  }

  private Uni<Mail> message(Delivery delivery) {
    var id = delivery.message();
    return letters.write(id, messages.open(id, delivery.sealed().orElseThrow()));
  }

  private Uni<Optional<Mail>> notice(Delivery delivery) {
    return recipients(delivery)
        .chain(to ->
            to.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : letters
                    .write(
                        delivery.message(), delivery.notice().orElseThrow(), delivery.facts(), to)
                    .map(Optional::of));
  }

  private Uni<List<String>> recipients(Delivery delivery) {
    return delivery
        .sealed()
        .map(old -> Uni.createFrom().item(List.of(oldAddresses.open(delivery.account(), old))))
        .orElseGet(() -> addresses.of(delivery.account()));
  }
}
