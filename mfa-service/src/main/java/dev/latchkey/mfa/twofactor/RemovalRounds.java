package dev.latchkey.mfa.twofactor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Looks every few seconds whose two-factor is due to go off. Every replica does; they share the
 * work.
 */
@ApplicationScoped
class RemovalRounds {

  private static final Logger LOG = Logger.getLogger(RemovalRounds.class);
  private static final Duration PERIOD = Duration.ofSeconds(15);

  private final DueRemovals removals;
  private final Vertx vertx;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile long timer;

  RemovalRounds(DueRemovals removals, Vertx vertx) {
    this.removals = removals;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(PERIOD.toMillis(), _ -> onContextOfItsOwn());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  /** Hibernate Reactive keeps a session per context, and a timer's is everybody's. */
  private void onContextOfItsOwn() {
    var context = VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(_ -> round());
  }

  private void round() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    removals
        .run()
        .onTermination()
        .invoke(() -> running.set(false))
        .subscribe()
        .with(
            looked -> LOG.debugf("removals looked at rows=%d", looked),
            failure -> LOG.warnf("removals wait cause=%s", failure.getClass().getName()));
  }
}
