package dev.latchkey.e2e.store;

import dev.latchkey.contracts.endpoint.Owner;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** PostgreSQL as its superuser sees it. */
public final class Postgres {

  private final int port;
  private final String password;

  public Postgres(int port, String password) {
    this.port = port;
    this.password = password;
  }

  /** The database of a service. */
  public static String database(Owner owner) {
    return owner.service().replace("-service", "");
  }

  public Connection connect(Owner owner) {
    return connect(database(owner));
  }

  /** The first column of the first row as a number; 0 without a row. */
  public long number(Owner owner, String query, Object... arguments) {
    var rows = rows(owner, query, arguments);
    return rows.isEmpty() ? 0 : Long.parseLong(rows.getFirst().getFirst());
  }

  /** Every row as texts; null becomes {@code "null"}. */
  public List<List<String>> rows(Owner owner, String query, Object... arguments) {
    try (var connection = connect(owner)) {
      return rows(connection, query, arguments);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  public void execute(Owner owner, String statement) {
    try (var connection = connect(owner);
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** Shows every row of every table of every database: where it is, and its text. */
  public void dump(BiConsumer<String, String> reader) {
    for (var owner : Owner.values()) {
      for (var table : tables(owner)) {
        for (var row : rows(owner, "select t::text from \"" + table + "\" t")) {
          reader.accept(database(owner) + "." + table, row.getFirst());
        }
      }
    }
  }

  public List<String> tables(Owner owner) {
    var query = "select table_name from information_schema.tables where table_schema = 'public'";
    return rows(owner, query).stream().map(List::getFirst).sorted().toList();
  }

  /**
   * All rows about one account, of all tables that have a column for it, but for those that only
   * count or remember: logs, inboxes, budgets.
   */
  public Map<String, List<String>> about(String account) {
    var about = new LinkedHashMap<String, List<String>>();
    for (var owner : Owner.values()) {
      for (var column : accountColumns(owner)) {
        var table = column.getFirst();
        var query =
            "select t::text from \"%s\" t where \"%s\" = ?::uuid order by 1"
                .formatted(table, column.get(1));
        about.put(
            database(owner) + "." + table,
            rows(owner, query, account).stream().map(List::getFirst).toList());
      }
    }
    return about;
  }

  private List<List<String>> accountColumns(Owner owner) {
    return rows(
        owner,
        """
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and data_type = 'uuid'
          and (column_name in ('account', 'account_id') or (table_name, column_name) = ('account', 'id'))
          and table_name not in ('outbox', 'security_event', 'delivery', 'ended_session')
        order by 1
        """);
  }

  private Connection connect(String database) {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", password);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }

  static List<List<String>> rows(Connection connection, String query, Object... arguments)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      var found = statement.executeQuery();
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
