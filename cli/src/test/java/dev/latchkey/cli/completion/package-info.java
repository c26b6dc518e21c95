/** Tests. */
@NullMarked
package dev.latchkey.cli.completion;

import org.jspecify.annotations.NullMarked;
