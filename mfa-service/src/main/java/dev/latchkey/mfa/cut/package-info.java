/**
 * What was heard of the cuts of accounts' sessions: how far this service knows an account's
 * history, and when its password was last reset.
 */
@NullMarked
package dev.latchkey.mfa.cut;

import org.jspecify.annotations.NullMarked;
