/** Hashes of passwords by libraries in C, with nothing around them. */
@NullMarked
package dev.latchkey.bench.hash;

import org.jspecify.annotations.NullMarked;
