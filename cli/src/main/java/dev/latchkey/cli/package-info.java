/**
 * {@code latch}: one class a command, found by name. Start reading at {@link
 * dev.latchkey.cli.Latch}.
 */
@NullMarked
package dev.latchkey.cli;

import org.jspecify.annotations.NullMarked;
