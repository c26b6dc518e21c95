/**
 * Authenticated encryption of what a database dump or a topic must not show, under keys with ids
 * that an operator can rotate; and the keyed hash by which tokens are looked up.
 */
@NullMarked
package dev.latchkey.kit.sealing;

import org.jspecify.annotations.NullMarked;
