/** Tests. */
@NullMarked
package dev.latchkey.kit.outbox.letter;

import org.jspecify.annotations.NullMarked;
