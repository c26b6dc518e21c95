/** One run of {@code latch}: what surrounds it, who is signed in, and how it ends. */
@NullMarked
package dev.latchkey.cli.invocation;

import org.jspecify.annotations.NullMarked;
