/** What kind of line a telephone number leads to, and whether the operator takes such numbers. */
@NullMarked
package dev.latchkey.mfa.phoneline;

import org.jspecify.annotations.NullMarked;
