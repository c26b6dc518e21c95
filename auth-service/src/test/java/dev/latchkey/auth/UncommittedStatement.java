package dev.latchkey.auth;

import dev.latchkey.kit.testkit.RealStores;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A statement whose transaction is still open: whoever wants the same row waits for its end. */
public final class UncommittedStatement implements AutoCloseable {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'auth'";

  private final Connection connection;

  private UncommittedStatement(Connection connection) {
    this.connection = connection;
  }

  /**
   * Executes a statement.
   *
   * @param parameters by position
   */
  public static UncommittedStatement of(String sql, Object... parameters) throws SQLException {
    var connection = RealStores.database("auth");
    connection.setAutoCommit(false);
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
    return new UncommittedStatement(connection);
  }

  /** Returns when somebody waits for its end. */
  public void isWaitedFor() {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(UncommittedStatement::somebodyWaits);
  }

  private static boolean somebodyWaits() throws SQLException {
    try (var other = RealStores.database("auth");
        var waiting = other.createStatement().executeQuery(WAITING)) {
      waiting.next();
      return waiting.getInt(1) > 0;
    }
  }

  public void commit() throws SQLException {
    connection.commit();
  }

  public void rollBack() throws SQLException {
    connection.rollback();
  }

  /** Undoes what was not committed. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
