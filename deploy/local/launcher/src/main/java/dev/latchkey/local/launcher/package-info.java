/**
 * The ./dev program, one class a command. Start reading at {@link dev.latchkey.local.launcher.Dev}.
 */
@NullMarked
package dev.latchkey.local.launcher;

import org.jspecify.annotations.NullMarked;
