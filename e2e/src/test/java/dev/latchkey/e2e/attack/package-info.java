/** What attackers do. */
@NullMarked
package dev.latchkey.e2e.attack;

import org.jspecify.annotations.NullMarked;
