/**
 * Measures the running platform from outside, through the gateway. Figures of one machine say
 * little: compare ratios of one run, and see the spread.
 */
@NullMarked
package dev.latchkey.bench;

import org.jspecify.annotations.NullMarked;
