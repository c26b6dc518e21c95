/** Scripts in Redis, and how long we wait for it. */
@NullMarked
package dev.latchkey.auth.redis;

import org.jspecify.annotations.NullMarked;
