/** Tests of the package of the same name. */
@NullMarked
package dev.latchkey.mfa.sms;

import org.jspecify.annotations.NullMarked;
