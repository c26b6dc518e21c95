/** Makes authorizations: who may, how far they reach, how long they live. */
@NullMarked
package dev.latchkey.token.minting;

import org.jspecify.annotations.NullMarked;
