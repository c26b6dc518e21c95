/** {@code latch}, the command line, as a person uses it: each command at a pseudo-terminal. */
@NullMarked
package dev.latchkey.e2e.latch;

import org.jspecify.annotations.NullMarked;
