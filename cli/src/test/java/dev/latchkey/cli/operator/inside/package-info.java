/** Tests. */
@NullMarked
package dev.latchkey.cli.operator.inside;

import org.jspecify.annotations.NullMarked;
