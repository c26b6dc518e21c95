/** What goes by the clock, in real stores. */
@NullMarked
package dev.latchkey.auth.housekeeping;

import org.jspecify.annotations.NullMarked;
