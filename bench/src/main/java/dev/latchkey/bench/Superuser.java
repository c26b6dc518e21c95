package dev.latchkey.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection to one database of the platform's PostgreSQL, as its superuser. */
public final class Superuser implements AutoCloseable {

  private final Connection connection;

  private Superuser(Connection connection) {
    this.connection = connection;
  }

  static Superuser of(int port, String password, String database) throws SQLException {
    return new Superuser(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", password));
  }

  public void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All or nothing. */
  public void together(String... statements) throws SQLException {
    connection.setAutoCommit(false);
    for (var sql : statements) {
      run(sql);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** The first column of what a query finds. */
  public List<Long> numbers(String query) throws SQLException {
    return rows(query).stream().map(row -> Long.valueOf(row.getFirst())).toList();
  }

  /** What a query finds, all of it as text. */
  public List<List<String>> rows(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
