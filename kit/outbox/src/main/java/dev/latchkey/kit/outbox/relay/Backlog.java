package dev.latchkey.kit.outbox.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How many facts wait, and how long the oldest has: no row dies silently. */
@ApplicationScoped
class Backlog {

  private static final String QUERY =
      """
      select count(*) as waiting,
        coalesce(extract(epoch from clock_timestamp() - min(appended_at)), 0)::float8 as oldest
      from outbox
      """;
  private static final Duration LIMIT = Duration.ofSeconds(4);

  /** Kafka's own hiccups are shorter; see the runbook outbox-is-growing. */
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

  private final Pool pool;
  private final MeterRegistry meters;
  private final AtomicLong complainedAt =
      new AtomicLong(System.nanoTime() - BETWEEN_COMPLAINTS.toNanos());
  private volatile double rows;
  private volatile double oldestSeconds;

  Backlog(Pool pool, MeterRegistry meters) {
    this.pool = pool;
    this.meters = meters;
  }

  void register(@Observes StartupEvent event) {
    meters.gauge("latchkey.outbox.rows", this, backlog -> backlog.rows);
    meters.gauge("latchkey.outbox.oldest.seconds", this, backlog -> backlog.oldestSeconds);
  }

  /** Looks again. Without an answer both gauges are NaN: not known is not zero. */
  void measure() {
    pool.query(QUERY)
        .execute()
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .subscribe()
        .with(found -> note(found.iterator().next()), failure -> unknown());
  }

  private void note(Row found) {
    rows = found.getDouble("waiting");
    oldestSeconds = found.getDouble("oldest");
    if (oldestSeconds > TOO_LONG.toSeconds()) {
      complain();
    }
  }

  /** Says it once a minute: whoever reads only the log must learn of it, and not of that alone. */
  private void complain() {
    var last = complainedAt.get();
    var now = System.nanoTime();
    if (now - last >= BETWEEN_COMPLAINTS.toNanos() && complainedAt.compareAndSet(last, now)) {
      Log.errorf(
          "outbox is not carried outcome=stuck rows=%.0f oldestSeconds=%.0f", rows, oldestSeconds);
    }
  }

  private void unknown() {
    rows = Double.NaN;
    oldestSeconds = Double.NaN;
  }
}
