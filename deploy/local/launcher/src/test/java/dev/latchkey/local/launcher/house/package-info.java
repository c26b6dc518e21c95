/** Tests. */
@NullMarked
package dev.latchkey.local.launcher.house;

import org.jspecify.annotations.NullMarked;
