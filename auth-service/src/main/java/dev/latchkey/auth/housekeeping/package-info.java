/** Forgetting what has no use any more. */
@NullMarked
package dev.latchkey.auth.housekeeping;

import org.jspecify.annotations.NullMarked;
