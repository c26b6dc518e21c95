/** Runs the platform as child processes that cannot outlive the launcher. */
@NullMarked
package dev.latchkey.local.launcher.run;

import org.jspecify.annotations.NullMarked;
