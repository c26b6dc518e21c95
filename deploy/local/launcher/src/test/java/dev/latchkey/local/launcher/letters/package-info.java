/** Which dead letters go back, and how. */
@NullMarked
package dev.latchkey.local.launcher.letters;

import org.jspecify.annotations.NullMarked;
