/** Another password, for whoever knows the one that counts now. */
@NullMarked
package dev.latchkey.web.passwordchange;

import org.jspecify.annotations.NullMarked;
