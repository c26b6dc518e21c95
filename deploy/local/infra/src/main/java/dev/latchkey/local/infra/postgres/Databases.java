package dev.latchkey.local.infra.postgres;

import dev.latchkey.contracts.endpoint.Owner;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** A role and a database for each service, of one name: {@code auth}, {@code mfa} and so on. */
final class Databases {

  private Databases() {}

  /**
   * Makes what is missing and sets the passwords.
   *
   * @param password of all roles; without one each role's is its name
   */
  static void prepare(int port, String superuserPassword, Optional<String> password)
      throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", Superuser.NAME);
    properties.setProperty("password", superuserPassword);
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (var connection = DriverManager.getConnection(url, properties)) {
      for (var owner : Owner.values()) {
        var name = owner.service().replace("-service", "");
        prepare(connection, name, password.orElse(name));
      }
    }
  }

  private static void prepare(Connection connection, String name, String password)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
      execute(connection, "create role %I login", name);
    }
    execute(connection, "alter role %I password %L", name, password);
    if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
      execute(connection, "create database %I owner %I", name, name);
    }
    // A service can not even connect to another one's database.
    execute(connection, "revoke all on database %I from public", name);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  /** Runs a command with names (%I) and literals (%L) that PostgreSQL itself quotes. */
  private static void execute(Connection connection, String command, String... arguments)
      throws SQLException {
    try (var format = connection.prepareStatement("select format(?, variadic ?::text[])");
        var statement = connection.createStatement()) {
      format.setString(1, command);
      format.setArray(2, connection.createArrayOf("text", arguments));
      var quoted = format.executeQuery();
      quoted.next();
      statement.execute(quoted.getString(1));
    }
  }
}
