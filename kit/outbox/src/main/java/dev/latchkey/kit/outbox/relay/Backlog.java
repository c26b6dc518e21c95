package dev.latchkey.kit.outbox.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

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

  private final Pool pool;
  private final MeterRegistry meters;
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
  }

  private void unknown() {
    rows = Double.NaN;
    oldestSeconds = Double.NaN;
  }
}
