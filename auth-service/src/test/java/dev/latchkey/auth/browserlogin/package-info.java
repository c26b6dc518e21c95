/** Tests of this feature. */
@NullMarked
package dev.latchkey.auth.browserlogin;

import org.jspecify.annotations.NullMarked;
