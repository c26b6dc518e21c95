@NullMarked
package dev.latchkey.token.minting;

import org.jspecify.annotations.NullMarked;
