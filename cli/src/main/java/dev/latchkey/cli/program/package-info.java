/**
 * What {@code latch} and {@code latch-operator} do alike: commands by name, and how a command ends.
 */
@NullMarked
package dev.latchkey.cli.program;

import org.jspecify.annotations.NullMarked;
