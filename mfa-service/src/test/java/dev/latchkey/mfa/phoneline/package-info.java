/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.phoneline;

import org.jspecify.annotations.NullMarked;
