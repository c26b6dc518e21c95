/** Builds what is stale, and no more. */
@NullMarked
package dev.latchkey.local.launcher.build;

import org.jspecify.annotations.NullMarked;
