/**
 * Codes by text message, whatever they are for: the number they go to, the code and what it is
 * bound to, how many may be sent and what that may cost, and whether one arrived.
 */
@NullMarked
package dev.latchkey.mfa.sms;

import org.jspecify.annotations.NullMarked;
