/**
 * The parts of JOSE that both kinds of credential and the proofs of events need: a first look at a
 * header, a service's own key, the edge's public keys and those of the calling services.
 */
@NullMarked
package dev.latchkey.kit.identity.jose;

import org.jspecify.annotations.NullMarked;
