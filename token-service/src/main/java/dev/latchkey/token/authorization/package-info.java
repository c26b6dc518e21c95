/**
 * Authorizations: tokens with a description, a scope and an end. A person makes them (explicit) or
 * signs in with them on the command line (login authorizations). Only a keyed hash of a token is
 * kept; the token is shown once, when it is made.
 */
@NullMarked
package dev.latchkey.token.authorization;

import org.jspecify.annotations.NullMarked;
