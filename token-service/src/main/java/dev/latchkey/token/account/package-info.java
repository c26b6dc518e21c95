/** What this service knows and asks of an account: the epoch it heard of, the address to show. */
@NullMarked
package dev.latchkey.token.account;

import org.jspecify.annotations.NullMarked;
