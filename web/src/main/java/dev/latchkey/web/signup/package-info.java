/**
 * Signing up, and the link of the mail that shows whose address it is: of a sign-up or of a changed
 * address.
 */
@NullMarked
package dev.latchkey.web.signup;

import org.jspecify.annotations.NullMarked;
