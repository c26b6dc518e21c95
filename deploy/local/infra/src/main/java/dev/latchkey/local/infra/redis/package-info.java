/** Redis, unpacked from its package. */
@NullMarked
package dev.latchkey.local.infra.redis;

import org.jspecify.annotations.NullMarked;
