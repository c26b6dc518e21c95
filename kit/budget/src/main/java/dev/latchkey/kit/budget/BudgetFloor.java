package dev.latchkey.kit.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The durable count, in PostgreSQL. It counts grants by itself, so that attempts which were under
 * way when Redis lost its data don't come on top of the limit.
 */
@ApplicationScoped
class BudgetFloor {

  private static final String READ =
      """
      select taken, window_started, window_ends, level, level_until
      from attempt_floor where key_hash = $1
      """;

  /** In the running window one more; after it, the first of the next. One statement, no race. */
  private static final String ADD =
      """
      insert into attempt_floor as held
        (key_hash, limit_name, taken, window_started, window_ends, level, level_until, forget_at)
      values ($1, $2, 1, $3, $4, $5, $6, $7)
      on conflict (key_hash) do update set
        taken = case when held.window_ends <= excluded.window_started then 1
                     else held.taken + 1 end,
        window_started = case when held.window_ends <= excluded.window_started
                     then excluded.window_started else held.window_started end,
        window_ends = greatest(held.window_ends, excluded.window_ends),
        level = case when held.window_ends <= excluded.window_started then excluded.level
                     else greatest(held.level, excluded.level) end,
        level_until = greatest(held.level_until, excluded.level_until),
        forget_at = greatest(held.forget_at, excluded.forget_at)
      returning taken, window_started, window_ends, level, level_until
      """;

  private static final String GIVE_BACK =
      "update attempt_floor set taken = taken - 1 where key_hash = $1 and taken > 0";
  private static final String CLEAR = "delete from attempt_floor where key_hash = $1";
  private static final String SWEEP = "delete from attempt_floor where forget_at < now()";

  private final Pool pool;
  private final Duration patience;

  BudgetFloor(Pool pool, BudgetConfig config) {
    this.pool = pool;
    this.patience = config.floorPatience();
  }

  /** What is known of the key; {@link Tally#NONE} when nothing is. */
  Uni<Tally> read(BudgetKey key) {
    return run(READ, Tuple.tuple().addBuffer(key.inTable())).map(BudgetFloor::tally);
  }

  /** Counts one attempt that Redis granted, and says how many that makes. */
  Uni<Tally> add(Limit limit, BudgetKey key, Tally counted) {
    var row =
        Tuple.tuple()
            .addBuffer(key.inTable())
            .addString(limit.name())
            .addOffsetDateTime(at(counted.started()))
            .addOffsetDateTime(at(counted.ends()))
            .addInteger(counted.level())
            .addOffsetDateTime(at(counted.levelUntil()))
            .addOffsetDateTime(at(counted.ends() + TakeScript.MEMORY.toMillis()));
    return run(ADD, row).map(BudgetFloor::tally);
  }

  Uni<Void> giveBack(BudgetKey key) {
    return run(GIVE_BACK, Tuple.tuple().addBuffer(key.inTable())).replaceWithVoid();
  }

  Uni<Void> clear(BudgetKey key) {
    return run(CLEAR, Tuple.tuple().addBuffer(key.inTable())).replaceWithVoid();
  }

  /** Forgets what no longer counts: who guesses at addresses must not fill the table for good. */
  Uni<Integer> sweep() {
    return run(SWEEP, Tuple.tuple()).map(RowSet::rowCount);
  }

  private Uni<RowSet<Row>> run(String statement, Tuple parameters) {
    return pool.preparedQuery(statement).execute(parameters).ifNoItem().after(patience).fail();
  }

  private static Tally tally(RowSet<Row> rows) {
    var found = rows.iterator();
    if (!found.hasNext()) {
      return Tally.NONE;
    }
    var row = found.next();
    return new Tally(
        row.getInteger("taken"),
        millis(row, "window_started"),
        millis(row, "window_ends"),
        row.getInteger("level"),
        millis(row, "level_until"));
  }

  private static OffsetDateTime at(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  private static long millis(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant().toEpochMilli();
  }
}
