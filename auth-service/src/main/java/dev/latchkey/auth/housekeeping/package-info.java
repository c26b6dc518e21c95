/** What goes by the clock: forgetting what has no use any more, counting what there is. */
@NullMarked
package dev.latchkey.auth.housekeeping;

import org.jspecify.annotations.NullMarked;
