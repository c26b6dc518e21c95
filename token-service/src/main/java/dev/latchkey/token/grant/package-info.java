/**
 * What a client exchanges for a token: the code of an authorization, once, and after it refresh
 * tokens, each once. Only keyed hashes are stored; the spent ones stay, to tell who comes again.
 */
@NullMarked
package dev.latchkey.token.grant;

import org.jspecify.annotations.NullMarked;
