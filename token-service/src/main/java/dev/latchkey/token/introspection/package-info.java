/** What other services ask about tokens, on the internal port. */
@NullMarked
package dev.latchkey.token.introspection;

import org.jspecify.annotations.NullMarked;
