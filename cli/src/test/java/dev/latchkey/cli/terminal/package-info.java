/** Tests. */
@NullMarked
package dev.latchkey.cli.terminal;

import org.jspecify.annotations.NullMarked;
