package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.EventId;

/** An event as heard. */
public record Heard<E extends Event>(EventId id, E fact) {}
