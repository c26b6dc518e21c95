/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.smscode;

import org.jspecify.annotations.NullMarked;
