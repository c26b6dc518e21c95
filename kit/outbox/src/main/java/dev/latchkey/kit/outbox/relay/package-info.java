/** Carries the outbox to Kafka: in each account's order, as often as it takes. */
@NullMarked
package dev.latchkey.kit.outbox.relay;

import org.jspecify.annotations.NullMarked;
