/** What goes over the wire: CloudEvents headers, JSON bodies, traces, and the producer. */
@NullMarked
package dev.latchkey.kit.outbox.wire;

import org.jspecify.annotations.NullMarked;
