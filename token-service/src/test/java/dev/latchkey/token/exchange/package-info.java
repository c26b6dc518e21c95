/** What a client gets for a code or a refresh token, and what it does not get. */
@NullMarked
package dev.latchkey.token.exchange;

import org.jspecify.annotations.NullMarked;
