package dev.latchkey.mfa;

import dev.latchkey.kit.testkit.RealStores;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service's tables, read and changed behind its back. */
public final class Rows {

  private Rows() {}

  /** The rows of a query with one column, as text. */
  public static List<String> of(String query) {
    try (var connection = RealStores.database("mfa");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /** Runs a statement and answers how many rows it changed. */
  public static int change(String sql) {
    try (var connection = RealStores.database("mfa");
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
