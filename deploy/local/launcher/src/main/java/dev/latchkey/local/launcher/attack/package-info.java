/** Which attack is shown to be survived by which tests, and what became of them. */
@NullMarked
package dev.latchkey.local.launcher.attack;

import org.jspecify.annotations.NullMarked;
