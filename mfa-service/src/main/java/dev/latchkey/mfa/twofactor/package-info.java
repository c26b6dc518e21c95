/**
 * The second factor as a whole: whether an account has one, whether one is due, what verifies it,
 * and how it is switched off.
 */
@NullMarked
package dev.latchkey.mfa.twofactor;

import org.jspecify.annotations.NullMarked;
