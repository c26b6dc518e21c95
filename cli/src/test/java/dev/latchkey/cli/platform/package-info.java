/** Tests. */
@NullMarked
package dev.latchkey.cli.platform;

import org.jspecify.annotations.NullMarked;
