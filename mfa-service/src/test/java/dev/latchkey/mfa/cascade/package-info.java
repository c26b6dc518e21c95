/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.cascade;

import org.jspecify.annotations.NullMarked;
