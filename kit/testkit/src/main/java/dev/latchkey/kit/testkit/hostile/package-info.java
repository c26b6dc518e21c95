/**
 * Texts that nobody honest sends, for the tests of whatever reads texts from outside: {@link
 * dev.latchkey.kit.testkit.hostile.Hostile} makes them, by QuickTheories, from a fixed seed.
 */
@NullMarked
package dev.latchkey.kit.testkit.hostile;

import org.jspecify.annotations.NullMarked;
