/** Changing the password: the old one is asked, the new one judged, everything else ends. */
@NullMarked
package dev.latchkey.auth.passwordchange;

import org.jspecify.annotations.NullMarked;
