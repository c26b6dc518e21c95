/**
 * The recovery phone: setting a number up, when it begins to count, what kinds of lines are taken,
 * showing and removing it. That it can be used to sign in is in {@code smscode}.
 */
@NullMarked
package dev.latchkey.mfa.recoveryphone;

import org.jspecify.annotations.NullMarked;
