/** What the relay promises. */
@NullMarked
package dev.latchkey.kit.outbox.relay;

import org.jspecify.annotations.NullMarked;
