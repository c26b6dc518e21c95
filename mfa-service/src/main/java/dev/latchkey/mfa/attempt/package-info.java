/**
 * How often a second factor may be guessed: the pools of attempts, shared by every path that
 * verifies a code, and what a verification can answer.
 */
@NullMarked
package dev.latchkey.mfa.attempt;

import org.jspecify.annotations.NullMarked;
