/** Tests. */
@NullMarked
package dev.latchkey.cli.credential;

import org.jspecify.annotations.NullMarked;
