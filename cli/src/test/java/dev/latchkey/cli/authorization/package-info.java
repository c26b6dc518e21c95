/** Tests. */
@NullMarked
package dev.latchkey.cli.authorization;

import org.jspecify.annotations.NullMarked;
