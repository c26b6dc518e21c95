/** Whose word is believed. */
@NullMarked
package dev.latchkey.kit.outbox.proof;

import org.jspecify.annotations.NullMarked;
