package dev.latchkey.kit.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long a store may take to answer. A paused store must become a 503 in about a second, not a
 * hanging request.
 */
@ConfigMapping(prefix = "latchkey.budget")
public interface BudgetConfig {

  /** Patience with Redis. */
  @WithDefault("PT0.7S")
  Duration redisPatience();

  /** Patience with PostgreSQL. */
  @WithDefault("PT1S")
  Duration floorPatience();
}
