/** How long the command line takes, beside Heroku's. */
@NullMarked
package dev.latchkey.bench.latch;

import org.jspecify.annotations.NullMarked;
