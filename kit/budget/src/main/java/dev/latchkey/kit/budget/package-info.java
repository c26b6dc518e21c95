/**
 * Attempt budgets: how often something may be tried before it is refused for a while. The count is
 * exact over all replicas (one Lua script in Redis) and does not start anew when Redis forgets (a
 * floor in PostgreSQL). An attempt is taken before it is evaluated, so that guesses sent at once
 * count as well as guesses sent in turn.
 */
@NullMarked
package dev.latchkey.kit.budget;

import org.jspecify.annotations.NullMarked;
