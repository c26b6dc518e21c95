package dev.latchkey.mfa.twofactor;

import dev.latchkey.mfa.recoverycode.RecoveryCodeUnsealing;
import dev.latchkey.mfa.recoveryphone.RecoveryPhoneSweeping;
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
 * Erases secrets that nobody can use any more, of enrolments that were not confirmed in time,
 * numbers and codes of text messages that no longer count, and what is readable of recovery codes
 * where the operator wants nothing readable. Several replicas doing so at once do no harm. Retired
 * factors are none of its business, however old: while auth-service has not answered, the owner's
 * may have to come back.
 */
@ApplicationScoped
class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Pool pool;
  private final Clock clock;
  private final RecoveryCodeUnsealing recoveryCodes;
  private final RecoveryPhoneSweeping recoveryPhones;
  private long timer;

  Sweeper(
      Vertx vertx,
      Pool pool,
      Clock clock,
      RecoveryCodeUnsealing recoveryCodes,
      RecoveryPhoneSweeping recoveryPhones) {
    this.vertx = vertx;
    this.pool = pool;
    this.clock = clock;
    this.recoveryCodes = recoveryCodes;
    this.recoveryPhones = recoveryPhones;
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
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return pool.preparedQuery("delete from enrolment where expires_at <= $1")
        .execute(Tuple.of(now))
        .map(rows -> rows.rowCount())
        .chain(swept -> recoveryCodes.unseal().map(more -> swept + more))
        .chain(swept -> recoveryPhones.sweep().map(more -> swept + more));
  }
}
