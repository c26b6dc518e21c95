/** The terminal: asking somebody, and showing what is fit to be shown. */
@NullMarked
package dev.latchkey.cli.terminal;

import org.jspecify.annotations.NullMarked;
