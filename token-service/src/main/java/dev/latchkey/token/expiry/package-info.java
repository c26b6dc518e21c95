/** Ends authorizations whose time is over, and tells their owners some days before. */
@NullMarked
package dev.latchkey.token.expiry;

import org.jspecify.annotations.NullMarked;
