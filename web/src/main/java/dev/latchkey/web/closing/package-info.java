/** Closing the account, after which there is nothing to come back to. */
@NullMarked
package dev.latchkey.web.closing;

import org.jspecify.annotations.NullMarked;
