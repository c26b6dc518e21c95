/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.recoveryphone;

import org.jspecify.annotations.NullMarked;
