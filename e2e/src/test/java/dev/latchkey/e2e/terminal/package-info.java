/** A pseudo-terminal, and what it shows as a person sees it. */
@NullMarked
package dev.latchkey.e2e.terminal;

import org.jspecify.annotations.NullMarked;
