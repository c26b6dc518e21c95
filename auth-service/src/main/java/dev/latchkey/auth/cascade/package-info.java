/** The cascade: what follows a security change, exactly once per cause. */
@NullMarked
package dev.latchkey.auth.cascade;

import org.jspecify.annotations.NullMarked;
