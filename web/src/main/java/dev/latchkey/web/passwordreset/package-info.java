/** A forgotten password: asking for a link, and setting a new one with it. */
@NullMarked
package dev.latchkey.web.passwordreset;

import org.jspecify.annotations.NullMarked;
