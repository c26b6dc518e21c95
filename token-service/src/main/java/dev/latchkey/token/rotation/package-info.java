/** Gives an authorization another token under the same id. */
@NullMarked
package dev.latchkey.token.rotation;

import org.jspecify.annotations.NullMarked;
