/** Completion of commands in shells. */
@NullMarked
package dev.latchkey.cli.completion;

import org.jspecify.annotations.NullMarked;
