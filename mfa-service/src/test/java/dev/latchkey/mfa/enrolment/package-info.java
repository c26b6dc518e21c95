/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.enrolment;

import org.jspecify.annotations.NullMarked;
