/** Tests of changing a password. */
@NullMarked
package dev.latchkey.auth.passwordchange;

import org.jspecify.annotations.NullMarked;
