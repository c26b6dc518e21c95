/**
 * Enrolment: from the QR code to the first right code. Until then the account has no second factor
 * and nothing is half on; with it, the factor is on and the cascade runs.
 */
@NullMarked
package dev.latchkey.mfa.enrolment;

import org.jspecify.annotations.NullMarked;
