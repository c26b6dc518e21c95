/**
 * Switching two-factor off for somebody who lost it: two operators, 72 hours, and any use of the
 * factor meanwhile ends it.
 */
@NullMarked
package dev.latchkey.mfa.removal;

import org.jspecify.annotations.NullMarked;
