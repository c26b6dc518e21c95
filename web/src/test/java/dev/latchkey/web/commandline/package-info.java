/** A command line's sign-in, without a platform. */
@NullMarked
package dev.latchkey.web.commandline;

import org.jspecify.annotations.NullMarked;
