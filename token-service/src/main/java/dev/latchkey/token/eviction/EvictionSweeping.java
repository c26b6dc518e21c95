package dev.latchkey.token.eviction;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks every few seconds whether a removed client still has something. */
@ApplicationScoped
class EvictionSweeping {

  private static final Duration CADENCE = Duration.ofSeconds(5);

  private final ClientEviction eviction;
  private final Vertx vertx;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile long timer;

  EvictionSweeping(ClientEviction eviction, Vertx vertx) {
    this.eviction = eviction;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(CADENCE.toMillis(), tick -> onContextOfItsOwn());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  /** Hibernate Reactive keeps a session per context, and a timer's is everybody's. */
  private void onContextOfItsOwn() {
    var context = VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(nothing -> sweep());
  }

  /** One at a time: each that waits for an account that is busy holds a connection. */
  private void sweep() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    eviction
        .evictAll()
        .onTermination()
        .invoke(() -> running.set(false))
        .subscribe()
        .with(
            done -> {},
            failure ->
                Log.warnf("removed clients are not swept outcome=next_time cause=%s", failure));
  }
}
