/** Candidates for what a library does for us, measured beside each other. */
@NullMarked
package dev.latchkey.bench.micro;

import org.jspecify.annotations.NullMarked;
