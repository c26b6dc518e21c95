/** Closing an account: nothing of it works afterwards, and nothing of it is kept here. */
@NullMarked
package dev.latchkey.auth.closing;

import org.jspecify.annotations.NullMarked;
