/** Tests. */
@NullMarked
package dev.latchkey.cli.operator;

import org.jspecify.annotations.NullMarked;
