/** When an authorization was last used and from where, so that its owner can tell a stale one. */
@NullMarked
package dev.latchkey.token.lastuse;

import org.jspecify.annotations.NullMarked;
