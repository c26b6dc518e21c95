/**
 * Operators see the dead letters of a service, and have it hear them again: by its own ears, from
 * its own dead letters, so that no other service hears a fact twice and none may write to a topic
 * of which it is not a speaker.
 */
@NullMarked
package dev.latchkey.kit.outbox.letter;

import org.jspecify.annotations.NullMarked;
