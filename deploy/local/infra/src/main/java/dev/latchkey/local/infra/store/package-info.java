/**
 * What the four servers have in common: ports, child processes, what an earlier run left behind.
 */
@NullMarked
package dev.latchkey.local.infra.store;

import org.jspecify.annotations.NullMarked;
