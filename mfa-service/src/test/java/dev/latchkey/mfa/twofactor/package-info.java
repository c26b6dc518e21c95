/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.twofactor;

import org.jspecify.annotations.NullMarked;
