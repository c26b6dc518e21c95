/** What to do for whoever can't show their second factor. */
@NullMarked
package dev.latchkey.web.lockedout;

import org.jspecify.annotations.NullMarked;
