/**
 * Applications: the authorizations of an account, which are tokens with a description, a scope and
 * an end. See them, make one, describe it anew, rotate it, revoke it.
 */
@NullMarked
package dev.latchkey.web.authorization;

import org.jspecify.annotations.NullMarked;
