/**
 * Setting a password anew by a link in a mail. The link is asked for without telling whether there
 * is an account, works once and for an hour, and signs nobody in: the second factor is asked as
 * ever. What had access before is over.
 */
@NullMarked
package dev.latchkey.auth.passwordreset;

import org.jspecify.annotations.NullMarked;
