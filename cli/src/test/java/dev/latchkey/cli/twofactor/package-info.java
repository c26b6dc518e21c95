/** Tests. */
@NullMarked
package dev.latchkey.cli.twofactor;

import org.jspecify.annotations.NullMarked;
