/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.totp;

import org.jspecify.annotations.NullMarked;
