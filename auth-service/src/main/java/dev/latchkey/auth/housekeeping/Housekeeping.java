package dev.latchkey.auth.housekeeping;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Deletes, once an hour, what is over: sign-ups nobody verified, links nobody opened, ends of
 * sessions that would be over anyway, old devices, receipts that nobody will ask for again. Every
 * replica may do it.
 */
@ApplicationScoped
public class Housekeeping {

  private static final Duration EVERY = Duration.ofHours(1);

  /** Longer than Kafka keeps an event, so that a replayed one still finds its receipt. */
  private static final Duration RECEIPTS = Duration.ofDays(100);

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private volatile long timer;

  Housekeeping(Pool pool, Vertx vertx, Clock clock) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(EVERY.toMillis(), tick -> tidyAndForget());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  /** Deletes what is over; as often as one likes. */
  public Uni<Void> tidy() {
    var now = clock.instant();
    return delete("delete from registration where expires_at < $1", now)
        .chain(() -> delete("delete from ended_session where forget_after < $1", now))
        .chain(() -> delete("delete from device where expires_at < $1", now))
        .chain(() -> delete("delete from password_reset where expires_at < $1", now))
        .chain(() -> delete("delete from email_change where expires_at < $1", now))
        .chain(
            () -> delete("delete from cascade_receipt where created_at < $1", now.minus(RECEIPTS)));
  }

  private void tidyAndForget() {
    tidy()
        .subscribe()
        .with(
            done -> Log.debug("tidied"),
            failure -> Log.warnf("not tidied outcome=%s", failure.getClass().getSimpleName()));
  }

  private Uni<Void> delete(String sql, Instant before) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(OffsetDateTime.ofInstant(before, ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
