/**
 * A code by text message as a sign-in's second factor: asking for one, and verifying what was
 * typed. It is the weakest of the factors: it counts for signing in alone, and not after a password
 * reset.
 */
@NullMarked
package dev.latchkey.mfa.smscode;

import org.jspecify.annotations.NullMarked;
