/** Tests. */
@NullMarked
package dev.latchkey.bench.timing;

import org.jspecify.annotations.NullMarked;
