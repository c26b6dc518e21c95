/** What the outbox, the inbox and hearing promise, with a real PostgreSQL and a real Kafka. */
@NullMarked
package dev.latchkey.kit.outbox;

import org.jspecify.annotations.NullMarked;
