/**
 * Recovery codes: ten single-use codes for who has lost the device. The code and how it is kept,
 * issuing and viewing a set, and the verification of a code, which works once.
 */
@NullMarked
package dev.latchkey.mfa.recoverycode;

import org.jspecify.annotations.NullMarked;
