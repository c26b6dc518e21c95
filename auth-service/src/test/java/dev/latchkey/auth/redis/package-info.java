/** How this service asks a real Redis. */
@NullMarked
package dev.latchkey.auth.redis;

import org.jspecify.annotations.NullMarked;
