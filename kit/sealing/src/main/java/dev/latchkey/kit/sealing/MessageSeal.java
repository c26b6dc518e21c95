package dev.latchkey.kit.sealing;

import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.MessageId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/** Seals what is to be sent to somebody to notification-service; bound to the message's id. */
@Singleton
@RegisterForReflection(targets = {Message.class, Origin.class})
public final class MessageSeal {

  private static final String PURPOSE = "message";

  private final SealedJson json;

  MessageSeal(@Messages Sealing sealing) {
    json = new SealedJson(sealing);
  }

  /** The message as {@code MessageRequested} carries it. */
  public String seal(MessageId id, Message message) {
    return json.seal(PURPOSE, id.toString(), message);
  }

  /**
   * The message in the clear.
   *
   * @throws SealBroken when it was sealed under another id, not by us, or is of an unknown kind
   */
  public Message open(MessageId id, String sealed) {
    return json.open(PURPOSE, id.toString(), sealed, Message.class);
  }
}
