/** Tests of password resets: asking for a link, and using it. */
@NullMarked
package dev.latchkey.auth.passwordreset;

import org.jspecify.annotations.NullMarked;
