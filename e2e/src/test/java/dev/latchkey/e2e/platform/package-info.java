/** The platform as a whole: started, found, paused, killed, started again. */
@NullMarked
package dev.latchkey.e2e.platform;

import org.jspecify.annotations.NullMarked;
