/** Tests. */
@NullMarked
package dev.latchkey.local.launcher.people;

import org.jspecify.annotations.NullMarked;
