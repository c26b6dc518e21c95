/** Typed ids: swapping two of them does not compile. */
@NullMarked
package dev.latchkey.contracts.id;

import org.jspecify.annotations.NullMarked;
