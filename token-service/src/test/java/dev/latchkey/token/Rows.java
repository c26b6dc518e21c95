package dev.latchkey.token;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.RealStores;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database behind the service's back. */
public final class Rows {

  private Rows() {}

  /** The first column of every row. */
  public static List<String> of(String sql) {
    return of("set enable_seqscan = on", sql);
  }

  /** The same, after a setting that is good for this query alone. */
  public static List<String> of(String setting, String sql) {
    try (var connection = RealStores.database("token");
        var set = connection.createStatement();
        var statement = connection.createStatement()) {
      set.execute(setting);
      var rows = statement.executeQuery(sql);
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many authorizations the account has or had. */
  public static int authorizations(AccountId account) {
    return count("authorizations where account = '" + account + "'");
  }

  /** Adds so many like the one authorization that the account has. */
  public static void copies(AccountId account, int count) {
    var made =
        of(
            """
            with made as (
              insert into authorizations (id, account, sign_in, description, scope, token_id,
                token_hash, token_hint, epoch, created_at, updated_at)
              select gen_random_uuid(), account, sign_in, description, scope, gen_random_uuid(),
                sha256(gen_random_uuid()::text::bytea), token_hint, epoch, created_at, updated_at
              from authorizations, generate_series(1, %d) where account = '%s'
              returning 1)
            select count(*) from made
            """
                .formatted(count, account));
    if (!made.getFirst().equals(String.valueOf(count))) {
      throw new IllegalStateException("made " + made);
    }
  }

  /** The account's epoch as this service knows it; -1 when it does not. */
  public static int epoch(AccountId account) {
    return Integer.parseInt(
        of("select coalesce(max(epoch), -1) from account_epoch where account = '" + account + "'")
            .getFirst());
  }

  public static int count(String from) {
    return Integer.parseInt(of("select count(*) from " + from).getFirst());
  }
}
