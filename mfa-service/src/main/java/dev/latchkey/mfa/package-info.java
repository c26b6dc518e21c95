/**
 * mfa-service: the second factor of an account, from the QR code to the last wrong guess. This
 * package has what all its features share: the catalogue of errors.
 */
@NullMarked
package dev.latchkey.mfa;

import org.jspecify.annotations.NullMarked;
