/** Records that a service could not handle, and their way back. */
@NullMarked
package dev.latchkey.local.launcher.letters;

import org.jspecify.annotations.NullMarked;
