package dev.latchkey.e2e.store;

import dev.latchkey.contracts.endpoint.Owner;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps a service's relay from its turn, by holding the lock that lets one relay work at a time:
 * what is committed meanwhile is not published.
 */
public final class HeldRelay implements AutoCloseable {

  /** "latchkey" in ASCII, as kit/outbox has it. */
  private static final long LOCK = 0x6c61_7463_686b_6579L;

  private final Connection holder;

  private HeldRelay(Connection holder) {
    this.holder = holder;
  }

  /** Waits for the relay's present turn to end, and takes the next. */
  public static HeldRelay of(Postgres postgres, Owner owner) {
    var holder = postgres.connect(owner);
    try (var statement = holder.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new HeldRelay(holder);
  }

  /** Lets it go on; a second time nothing happens. */
  @Override
  public void close() {
    try {
      holder.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
