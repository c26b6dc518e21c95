package dev.latchkey.contracts.event;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import java.time.Instant;

/** A message that somebody asked for, on {@code latchkey.message}; minutes of retention. */
public sealed interface MessageEvent extends Event {

  /**
   * Please send this.
   *
   * @param message what delivery events refer to
   * @param sealed a {@link Message} as JSON, sealed to notification-service
   * @param sendUntil later than this it is worthless and is dropped
   */
  record MessageRequested(
      AccountId account, Instant at, MessageId message, String sealed, Instant sendUntil)
      implements MessageEvent {}
}
