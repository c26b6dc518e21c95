/** Tests. */
@NullMarked
package dev.latchkey.local.launcher;

import org.jspecify.annotations.NullMarked;
