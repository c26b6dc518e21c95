/** What auth-service asks of mfa-service: is a factor due, is this code right, switch it off. */
@NullMarked
package dev.latchkey.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
