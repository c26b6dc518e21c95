/** Tests. */
@NullMarked
package dev.latchkey.local.launcher.attack;

import org.jspecify.annotations.NullMarked;
