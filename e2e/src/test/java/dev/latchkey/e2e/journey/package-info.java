/** What people do. */
@NullMarked
package dev.latchkey.e2e.journey;

import org.jspecify.annotations.NullMarked;
