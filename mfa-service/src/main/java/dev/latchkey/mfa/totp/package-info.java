/**
 * Time-based one-time passwords: the rules of RFC 6238, the secret and how it is kept, the factor
 * that an account has, and the verification of a code, which works once.
 */
@NullMarked
package dev.latchkey.mfa.totp;

import org.jspecify.annotations.NullMarked;
