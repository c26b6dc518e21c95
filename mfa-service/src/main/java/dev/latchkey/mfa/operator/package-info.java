/** Operators give an account its attempts at codes back. */
@NullMarked
package dev.latchkey.mfa.operator;

import org.jspecify.annotations.NullMarked;
