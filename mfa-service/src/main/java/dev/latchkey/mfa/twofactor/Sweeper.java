package dev.latchkey.mfa.twofactor;

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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Erases secrets that nobody can use any more: of enrolments that were not confirmed in time, and
 * of retired factors whose cascade never answered. Several replicas doing so at once do no harm.
 */
@ApplicationScoped
class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** Far longer than any request that could still undo a change. */
  private static final Duration RETIRED = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final Pool pool;
  private final Clock clock;
  private long timer;

  Sweeper(Vertx vertx, Pool pool, Clock clock) {
    this.vertx = vertx;
    this.pool = pool;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    timer =
        vertx.setPeriodic(
            PERIOD.toMillis(),
            _ ->
                sweep()
                    .subscribe()
                    .with(
                        rows -> LOG.debugf("swept rows=%d", rows),
                        failure -> LOG.debugf(failure, "not swept, next time then")));
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  Uni<Integer> sweep() {
    return delete("delete from enrolment where expires_at <= $1", Duration.ZERO)
        .chain(enrolments ->
            delete("delete from totp_factor where retired_at <= $1", RETIRED)
                .map(factors -> enrolments + factors));
  }

  private Uni<Integer> delete(String statement, Duration age) {
    var before = OffsetDateTime.ofInstant(clock.instant().minus(age), ZoneOffset.UTC);
    return pool.preparedQuery(statement).execute(Tuple.of(before)).map(rows -> rows.rowCount());
  }
}
