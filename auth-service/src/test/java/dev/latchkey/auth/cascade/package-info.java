/** Tests of the cascade's rules. */
@NullMarked
package dev.latchkey.auth.cascade;

import org.jspecify.annotations.NullMarked;
