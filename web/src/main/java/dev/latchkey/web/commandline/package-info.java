/** A command line that asks to be signed in: its person compares a code, and decides. */
@NullMarked
package dev.latchkey.web.commandline;

import org.jspecify.annotations.NullMarked;
