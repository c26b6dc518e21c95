package dev.latchkey.token.grant;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Forgets, now and then, codes and refresh tokens of authorizations that ended a day ago: they are
 * kept only to tell who uses one again, and then there is nothing left to end.
 */
@ApplicationScoped
class GrantSweeping {

  private static final Duration CADENCE = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String FORGET_CODES =
      """
      delete from oauth_grant g using authorizations a
      where a.id = g.authorization_id and least(a.ended_at, a.expires_at) < $1
      """;

  private static final String FORGET_REFRESH_TOKENS =
      """
      delete from oauth_refresh_token r using authorizations a
      where a.id = r.authorization_id and least(a.ended_at, a.expires_at) < $1
      """;

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private volatile long timer;

  GrantSweeping(Pool pool, Vertx vertx, Clock clock) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(CADENCE.toMillis(), tick -> sweep());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void sweep() {
    var before = Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
    pool.preparedQuery(FORGET_CODES)
        .execute(before)
        .chain(() -> pool.preparedQuery(FORGET_REFRESH_TOKENS).execute(before))
        .subscribe()
        .with(
            done -> Log.debugf("refresh tokens swept rows=%d", done.rowCount()),
            failure -> Log.debugf(failure, "codes are not swept, next time then"));
  }
}
