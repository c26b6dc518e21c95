/** Where a request came from, by what the gateway tells. */
@NullMarked
package dev.latchkey.auth.origin;

import org.jspecify.annotations.NullMarked;
