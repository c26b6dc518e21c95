/** How long other sessions live after two-factor was switched on. */
@NullMarked
package dev.latchkey.bench.cascade;

import org.jspecify.annotations.NullMarked;
