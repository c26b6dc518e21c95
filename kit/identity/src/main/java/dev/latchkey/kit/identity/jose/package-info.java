/**
 * The parts of JOSE that both kinds of credential need: a first look at a JWT's header, the edge's
 * public keys and those of the calling services.
 */
@NullMarked
package dev.latchkey.kit.identity.jose;

import org.jspecify.annotations.NullMarked;
