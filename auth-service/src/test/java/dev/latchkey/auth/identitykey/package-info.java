/** Tests of identity keys and what they sign. */
@NullMarked
package dev.latchkey.auth.identitykey;

import org.jspecify.annotations.NullMarked;
