package dev.latchkey.kit.outbox;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Forgets, once a day, events so old that Kafka keeps them no longer (90 days) and nobody replays
 * them.
 */
@ApplicationScoped
class InboxSweeping {

  private static final Duration CADENCE = Duration.ofDays(1);
  private static final String FORGET =
      "delete from inbox where heard_at < clock_timestamp() - interval '180 days'";

  private final Pool pool;
  private final Vertx vertx;
  private volatile long timer;

  InboxSweeping(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(CADENCE.toMillis(), tick -> sweep());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void sweep() {
    pool.query(FORGET)
        .execute()
        .subscribe()
        .with(
            done -> Log.infof("inbox swept rows=%d", done.rowCount()),
            failure -> Log.warnf("inbox is not swept outcome=tomorrow cause=%s", failure));
  }
}
