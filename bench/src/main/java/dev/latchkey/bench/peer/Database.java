package dev.latchkey.bench.peer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The PostgreSQL of the platform that runs, which serves the peer too: the same disk, the same. */
final class Database implements AutoCloseable {

  /** Whose databases have this platform's truth. */
  private static final List<String> OURS = List.of("auth", "mfa", "token", "notification");

  private static final String THEIRS = "keycloak";

  private final Connection connection;
  private final int port;
  private final String password;

  private Database(int port, String password) throws SQLException {
    this.port = port;
    this.password = password;
    connection = connect("postgres");
  }

  /**
   * As its superuser.
   *
   * @param port on loopback
   */
  static Database open(int port, String password) throws SQLException {
    return new Database(port, password);
  }

  /** Makes the peer an empty database of its own; its JDBC address. */
  String make(String theirPassword) throws SQLException {
    drop();
    run("create role %s login password '%s'".formatted(THEIRS, theirPassword));
    run("create database %1$s owner %1$s".formatted(THEIRS));
    return url(THEIRS);
  }

  /** The password of one of the peer's people as the peer keeps it: an entry for an import. */
  Map<String, Object> credential(String user) throws SQLException {
    try (var theirs = connect(THEIRS);
        var statement =
            theirs.prepareStatement(
                """
                select secret_data, credential_data from credential
                where type = 'password' and user_id in (select id from user_entity where username = ?)
                """)) {
      statement.setString(1, user);
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("Keycloak has no password of " + user);
        }
        return Map.of(
            "type", "password",
            "secretData", rows.getString("secret_data"),
            "credentialData", rows.getString("credential_data"));
      }
    }
  }

  static String user() {
    return THEIRS;
  }

  /** The server's processes that work for this platform. */
  List<Long> ours() {
    return backends(OURS);
  }

  /** The server's processes that work for the peer. */
  List<Long> theirs() {
    return backends(List.of(THEIRS));
  }

  private List<Long> backends(List<String> databases) {
    try (var statement =
        connection.prepareStatement("select pid from pg_stat_activity where datname = any(?)")) {
      statement.setArray(1, connection.createArrayOf("text", databases.toArray()));
      try (var rows = statement.executeQuery()) {
        var pids = new ArrayList<Long>();
        while (rows.next()) {
          pids.add(rows.getLong(1));
        }
        return pids;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", password);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  private void drop() throws SQLException {
    run("drop database if exists %s with (force)".formatted(THEIRS));
    run("drop role if exists " + THEIRS);
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      drop();
    }
  }
}
