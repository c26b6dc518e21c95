package dev.latchkey.kit.budget;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sweeps the floor now and then; several replicas doing so at once do no harm. */
@ApplicationScoped
class BudgetSweeper {

  private static final Logger LOG = Logger.getLogger(BudgetSweeper.class);
  private static final Duration PERIOD = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final BudgetFloor floor;
  private long timer;

  BudgetSweeper(Vertx vertx, BudgetFloor floor) {
    this.vertx = vertx;
    this.floor = floor;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(PERIOD.toMillis(), _ -> sweep());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void sweep() {
    floor
        .sweep()
        .subscribe()
        .with(
            rows -> LOG.debugf("attempt floor swept rows=%d", rows),
            failure -> LOG.debugf(failure, "attempt floor not swept, next time then"));
  }
}
