/**
 * Real processes and stores are broken at random moments, by a seed, while people use the platform;
 * then the stores are read: see docs/chaos.md.
 */
@NullMarked
package dev.latchkey.e2e.chaos;

import org.jspecify.annotations.NullMarked;
