/** Recovery codes: shown, made anew, and taken along on paper or in a file. */
@NullMarked
package dev.latchkey.web.recoverycode;

import org.jspecify.annotations.NullMarked;
