package dev.latchkey.e2e.store;

import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Holds a service at one exact point: a trigger on one of its tables waits for a lock that this
 * object has until it is closed. So a process can be killed between two of its statements, with no
 * hook in the code that ships.
 */
public final class Barrier implements AutoCloseable {

  private static final long LOCK = 4_711;

  private final Postgres postgres;
  private final Owner owner;
  private final String table;
  private final Connection holder;
  private boolean open;

  private Barrier(Postgres postgres, Owner owner, String table, Connection holder) {
    this.postgres = postgres;
    this.owner = owner;
    this.table = table;
    this.holder = holder;
  }

  /** Between the publishing of an event and the deletion of its outbox row. */
  public static Barrier beforeOutboxDelete(Postgres postgres, Owner owner) {
    return raise(postgres, owner, "outbox", "delete");
  }

  /** Between the arrival of an event and its effect: where its id is noted. */
  public static Barrier beforeEffect(Postgres postgres, Owner owner) {
    return raise(postgres, owner, owner == Owner.AUTH ? "cascade_receipt" : "inbox", "insert");
  }

  private static Barrier raise(Postgres postgres, Owner owner, String table, String event) {
    var holder = postgres.connect(owner);
    try (var statement = holder.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      statement.execute(
          """
          create or replace function e2e_barrier() returns trigger language plpgsql
          security definer as $$
          begin
            perform pg_advisory_xact_lock_shared(%d);
            return null;
          end
          $$
          """
              .formatted(LOCK));
      statement.execute(
          "create trigger e2e_barrier before %s on %s for each statement execute function e2e_barrier()"
              .formatted(event, table));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Barrier(postgres, owner, table, holder);
  }

  /** Waits until somebody stands at the barrier. */
  public void awaitArrival() {
    await("somebody at the barrier on " + table)
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(this::reached);
  }

  /** True when somebody stands at the barrier. */
  public boolean reached() {
    return waiting() > 0;
  }

  private long waiting() {
    return postgres.number(
        owner,
        "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted",
        LOCK);
  }

  /** Lets everybody through, from now on. */
  @Override
  public void close() {
    if (open) {
      return;
    }
    open = true;
    try (holder) {
      try (var statement = holder.createStatement()) {
        statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        // Whoever waited holds the table until its transaction is over; a dead client's soon is.
        statement.execute("set lock_timeout = '20s'");
        statement.execute("drop trigger if exists e2e_barrier on " + table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
