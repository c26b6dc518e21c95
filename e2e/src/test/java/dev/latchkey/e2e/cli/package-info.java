/** The unmodified heroku CLI, of two ages, used at a pseudo-terminal as a person uses it. */
@NullMarked
package dev.latchkey.e2e.cli;

import org.jspecify.annotations.NullMarked;
