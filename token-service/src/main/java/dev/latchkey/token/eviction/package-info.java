/**
 * Ends what a removed client was given. Removal is a mark, after which it gets no token; its
 * authorizations belong to many accounts and end account by account, each under that account's
 * lock. What a crash leaves over is swept.
 */
@NullMarked
package dev.latchkey.token.eviction;

import org.jspecify.annotations.NullMarked;
