/** Tests. */
@NullMarked
package dev.latchkey.local.launcher.run;

import org.jspecify.annotations.NullMarked;
