package dev.latchkey.mfa.recoveryphone;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Erases numbers and codes that no longer count for anything. */
@ApplicationScoped
public class RecoveryPhoneSweeping {

  private static final String CODES = "delete from sms_code where expires_at <= $1";

  /** A set-up that was given up, and a number whose successor counts. */
  private static final String PHONES =
      """
      delete from recovery_phone
      where (usable_from is null and set_up_until <= $1) or replaced_at <= $1
      """;

  private final Pool pool;
  private final Clock clock;

  RecoveryPhoneSweeping(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** How many rows are gone. */
  public Uni<Integer> sweep() {
    var now = Tuple.of(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    return run(PHONES, now).chain(phones -> run(CODES, now).map(codes -> phones + codes));
  }

  private Uni<Integer> run(String statement, Tuple now) {
    return pool.preparedQuery(statement).execute(now).map(rows -> rows.rowCount());
  }
}
