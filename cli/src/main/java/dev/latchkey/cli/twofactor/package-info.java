/** Two-factor: on, off, recovery codes and phone. */
@NullMarked
package dev.latchkey.cli.twofactor;

import org.jspecify.annotations.NullMarked;
