/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.recoverycode;

import org.jspecify.annotations.NullMarked;
