package dev.latchkey.kit.testkit;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.id.EventId;
import java.util.Map;
import java.util.Optional;

/**
 * An event as it was found in a topic.
 *
 * @param key the Kafka key
 * @param headers as text; CloudEvents attributes begin with {@code ce_}
 * @param json the body as it was written
 */
public record SaidEvent(String key, Map<String, String> headers, String json) {

  /** The CloudEvents id. */
  public EventId id() {
    return EventId.of(headers.getOrDefault("ce_id", ""));
  }

  /** Its type, when the contracts know it. */
  public Optional<EventType> type() {
    return EventType.ofType(headers.getOrDefault("ce_type", ""));
  }

  /** The fact, when it is of that type. */
  public <E extends Event> Optional<E> fact(Class<E> wanted) {
    return type().filter(type -> type.fact() == wanted).map(type -> EventJson.read(json, wanted));
  }
}
