/** How a run ends: what scripts compare, and the sentence for people. */
@NullMarked
package dev.latchkey.cli.ending;

import org.jspecify.annotations.NullMarked;
