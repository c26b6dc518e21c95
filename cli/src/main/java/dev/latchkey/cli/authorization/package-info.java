/** Authorizations: tokens with a name, a scope and an end. */
@NullMarked
package dev.latchkey.cli.authorization;

import org.jspecify.annotations.NullMarked;
