/** Facts that a service could not handle: seeing them, and having it hear them again. */
@NullMarked
package dev.latchkey.cli.operator.letter;

import org.jspecify.annotations.NullMarked;
