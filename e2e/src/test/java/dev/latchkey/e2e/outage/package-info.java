/** Stores that go away, processes that are killed. */
@NullMarked
package dev.latchkey.e2e.outage;

import org.jspecify.annotations.NullMarked;
