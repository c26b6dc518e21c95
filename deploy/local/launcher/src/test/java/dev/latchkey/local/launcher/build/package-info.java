/** Tests. */
@NullMarked
package dev.latchkey.local.launcher.build;

import org.jspecify.annotations.NullMarked;
