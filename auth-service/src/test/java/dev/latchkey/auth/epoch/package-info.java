/** How this service asks a real Redis. */
@NullMarked
package dev.latchkey.auth.epoch;

import org.jspecify.annotations.NullMarked;
