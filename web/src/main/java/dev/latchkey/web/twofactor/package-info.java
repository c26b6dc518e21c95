/** Two-factor: whether it is on, what a change of it ended, and switching it off. */
@NullMarked
package dev.latchkey.web.twofactor;

import org.jspecify.annotations.NullMarked;
