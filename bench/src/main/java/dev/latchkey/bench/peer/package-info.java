/**
 * The same deeds by this platform and by Keycloak, by turns on one machine, so that what slows it
 * down slows both down.
 */
@NullMarked
package dev.latchkey.bench.peer;

import org.jspecify.annotations.NullMarked;
