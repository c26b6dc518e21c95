package dev.latchkey.notification;

import dev.latchkey.kit.testkit.RealStores;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database, and changes it, behind the service's back. */
public final class Rows {

  private Rows() {}

  /** The first column of every row. */
  public static List<String> of(String sql) {
    try (var connection = RealStores.database("notification");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static int count(String from) {
    return Integer.parseInt(of("select count(*) from " + from).getFirst());
  }

  public static void change(String sql) {
    try (var connection = RealStores.database("notification");
        var statement = connection.createStatement()) {
      var _ = statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
