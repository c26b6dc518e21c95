package dev.latchkey.mfa.cascade;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Bell;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Those who wait for a cascade. The event that tells of its end is heard by one replica, not by the
 * one that waits: that one hears the bell of PostgreSQL.
 */
@ApplicationScoped
class CascadeSignals {

  private static final String CHANNEL = "cascade_done";

  private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
  private final Bell bell;

  CascadeSignals(Bell bell) {
    this.bell = bell;
  }

  void start(@Observes StartupEvent event) {
    bell.listen(CHANNEL, this::heard);
  }

  /** Starts to wait; must be called before the event can have any effect. */
  void expect(EventId event) {
    awaited.put(event.toString(), new CompletableFuture<>());
  }

  /** Comes when the cascade is done or the patience is over, on the caller's context. */
  Uni<Void> done(EventId event, Duration patience) {
    var context = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
    var signal = awaited.getOrDefault(event.toString(), CompletableFuture.completedFuture(null));
    return Uni.createFrom()
        .completionStage(signal)
        .ifNoItem()
        .after(patience)
        .recoverWithUni(() -> Uni.createFrom().voidItem())
        .emitOn(task -> context.runOnContext(_ -> task.run()));
  }

  /** Nobody waits any more. */
  void forget(EventId event) {
    awaited.remove(event.toString());
  }

  /** Tells all replicas, when the caller's transaction commits. */
  Uni<Void> ring(EventId event) {
    return Bell.ring(CHANNEL, event.toString());
  }

  private void heard(String event) {
    var signal = awaited.get(event);
    if (signal != null) {
      signal.complete(null);
    }
  }
}
