package dev.latchkey.kit.budget;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How far the time of budgets is from the time of Redis: nothing. Tests replace this bean, because
 * they can't move the clock of a Redis server.
 */
@DefaultBean
@ApplicationScoped
public class BudgetTime {

  /** What is added to Redis' time before it is used. */
  public Duration offset() {
    return Duration.ZERO;
  }
}
