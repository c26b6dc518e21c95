/** One run for the JVM's AOT cache, when latch is installed. */
@NullMarked
package dev.latchkey.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
