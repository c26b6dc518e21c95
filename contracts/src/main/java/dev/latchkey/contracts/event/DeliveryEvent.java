package dev.latchkey.contracts.event;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import java.time.Instant;

/** Said by notification-service on {@code latchkey.delivery}. */
public sealed interface DeliveryEvent extends Event {

  /** Which message. */
  MessageId message();

  /** A mail: the next mail server took it over. An SMS: the network says that the phone has it. */
  record MessageDelivered(AccountId account, Instant at, MessageId message)
      implements DeliveryEvent {}

  /** The message will not arrive. */
  record MessageFailed(AccountId account, Instant at, MessageId message, String reason)
      implements DeliveryEvent {}
}
